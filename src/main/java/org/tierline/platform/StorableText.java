package org.tierline.platform;

/**
 * Text that every database keeps as it is. PostgreSQL stores all of Unicode but U+0000, which
 * nobody types and nobody reads.
 */
public final class StorableText {

  private static final char NUL = '\0';

  private StorableText() {}

  /** The same text, without what cannot be stored. */
  public static String of(String text) {
    return text.indexOf(NUL) < 0 ? text : text.replace(String.valueOf(NUL), "");
  }

  /** Whether nothing would have to be left out. */
  public static boolean isStorable(String text) {
    return text.indexOf(NUL) < 0;
  }
}
