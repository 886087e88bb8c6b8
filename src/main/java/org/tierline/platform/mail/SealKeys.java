package org.tierline.platform.mail;

import java.util.List;

/** The secrets with which the desk seals what it sends. */
interface SealKeys {

  /** The first one seals; what any of them sealed is ours. Never empty. */
  List<byte[]> all();
}
