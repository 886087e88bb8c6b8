package org.tierline.platform.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;
import org.apache.tika.mime.MimeTypes;

/**
 * Says what a file is. Its first bytes decide; what its sender declares counts only where it says
 * the same more exactly, as {@code text/csv} does of a text.
 */
public final class FileType {

  private static final MimeTypes TYPES = MimeTypes.getDefaultMimeTypes();
  private static final MediaTypeRegistry KINDS = TYPES.getMediaTypeRegistry();

  /** As much as the longest of Tika's patterns looks at. */
  private static final int ENOUGH = 64 * 1024;

  /** What begins like nothing else: without that beginning, a file is none of these. */
  private static final Set<String> UNMISTAKABLE =
      Set.of(
          "application/pdf",
          "application/zip",
          "image/bmp",
          "image/gif",
          "image/jpeg",
          "image/png",
          "image/tiff",
          "image/webp");

  /** What is seen and heard is not written in words. */
  private static final Set<String> SENSES = Set.of("audio", "image", "video");

  /** Pictures a browser shows without running anything. */
  private static final Set<String> PICTURES =
      Set.of("image/gif", "image/jpeg", "image/png", "image/webp");

  private FileType() {}

  /**
   * @param declared such as {@code image/png; name=a.png}; may be nonsense
   * @param name whose ending tells files apart that begin alike
   */
  public static String of(Spool content, String declared, String name) {
    byte[] start = content.start(ENOUGH);
    MediaType found = detected(start, "");
    MediaType said = MediaType.parse(declared);
    if (said == null || said.equals(MediaType.OCTET_STREAM)) {
      MediaType named = detected(start, name);
      return (UNMISTAKABLE.contains(named.toString()) ? found : named).toString();
    }
    said = said.getBaseType();
    return (isCredible(KINDS.normalize(said), found) ? said : found).toString();
  }

  /** Whether a browser may show it in its place. */
  public static boolean isPicture(String type) {
    return PICTURES.contains(type);
  }

  private static boolean isCredible(MediaType said, MediaType found) {
    if (UNMISTAKABLE.contains(said.toString())) {
      return false; // if it is one, it was found
    }
    if (found.equals(MediaType.OCTET_STREAM) || KINDS.isInstanceOf(said, found)) {
      return true;
    }
    return isWords(found)
        ? !SENSES.contains(said.getType())
        : said.getType().equals("message") && found.getType().equals("message");
  }

  /** Much is written in words; pages and programs are found, mails look like words. */
  private static boolean isWords(MediaType found) {
    return !found.equals(MediaType.TEXT_HTML) && found.getType().equals("text");
  }

  private static MediaType detected(byte[] start, String name) {
    var about = new Metadata();
    if (!name.isEmpty()) {
      about.set(TikaCoreProperties.RESOURCE_NAME_KEY, name.toLowerCase(Locale.ROOT));
    }
    try (InputStream in = new ByteArrayInputStream(start)) {
      return TYPES.detect(in, about);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // there is nothing between memory and memory
    }
  }
}
