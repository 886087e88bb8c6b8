package org.tierline.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Counts in the database what became of mails that each ask for a ticket of their own. */
final class IntakeBooks {

  private IntakeBooks() {}

  /** Whether none was lost or doubled, and none left half done. */
  static void everyMailIsOneTicketWithOneLifecycle(Connection database, int mails)
      throws SQLException {
    assertThat(count(database, "inbound_message")).isEqualTo(mails);
    assertThat(count(database, "inbound_message where state = 'TICKET_CREATED'")).isEqualTo(mails);
    assertThat(count(database, "ticket")).isEqualTo(mails);
    assertThat(count(database, "(select distinct t.subject from ticket t) subjects"))
        .isEqualTo(mails);
    assertThat(count(database, "ACT_HI_PROCINST where PROC_DEF_KEY_ = 'TicketLifecycle'"))
        .isEqualTo(mails);
    assertThat(
            count(
                database,
                "ticket t where exists (select 1 from ACT_HI_PROCINST p"
                    + " where p.PROC_DEF_KEY_ = 'TicketLifecycle' and p.STATE_ = 'ACTIVE'"
                    + " and p.BUSINESS_KEY_ = cast(t.number as varchar(20)))"))
        .isEqualTo(mails);
    assertThat(count(database, "ACT_RU_INCIDENT")).isZero();
    assertThat(count(database, "outbox_mail where auto_submitted = 'AUTO_REPLIED'"))
        .isEqualTo(mails);
  }

  static long count(Connection database, String rows) throws SQLException {
    try (Statement question = database.createStatement();
        ResultSet answer = question.executeQuery("select count(*) from " + rows)) {
      answer.next();
      return answer.getLong(1);
    }
  }
}
