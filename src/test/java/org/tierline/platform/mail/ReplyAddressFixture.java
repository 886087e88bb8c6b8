package org.tierline.platform.mail;

import java.util.UUID;

/** The reply addresses our mails carry, which only the mail form asks for. */
public final class ReplyAddressFixture {

  private ReplyAddressFixture() {}

  public static EmailAddress replyAddress(UUID ticket) {
    return OutgoingMailFixture.SEAL.replyAddress(OutgoingMailFixture.SUPPORT, ticket).orElseThrow();
  }
}
