package org.tierline.platform.files;

/**
 * What files the desk takes.
 *
 * @param mostBytes what a single one may weigh
 */
public record FileSettings(long mostBytes) {

  private static final long MEGABYTE = 1024 * 1024;

  public static final FileSettings DEFAULT = new FileSettings(20 * MEGABYTE);

  /** As people read it, such as {@code 20 MB}. */
  public static String words(long bytes) {
    return bytes < MEGABYTE
        ? "%,d KB".formatted(Math.max(1, (bytes + 1023) / 1024))
        : "%,d MB".formatted((bytes + MEGABYTE - 1) / MEGABYTE);
  }
}
