package org.tierline.intake;

/** What a stranger wrote, read by a rule that nobody else could stop. */
record WatchedText(CharSequence text, MailEffort effort) implements CharSequence {

  @Override
  public char charAt(int index) {
    effort.look();
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  /** What a rule has found is as it was written. */
  @Override
  public CharSequence subSequence(int start, int end) {
    return text.subSequence(start, end);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
