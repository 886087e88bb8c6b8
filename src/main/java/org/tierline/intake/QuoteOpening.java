package org.tierline.intake;

/** One way in which mail programs announce that a quoted mail follows. */
interface QuoteOpening {

  /** How many lines the announcement takes that begins at this line, 0 where none begins. */
  int linesAt(MailLines lines, int at);
}
