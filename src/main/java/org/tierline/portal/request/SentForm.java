package org.tierline.portal.request;

import jakarta.ws.rs.core.EntityPart;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tierline.ticket.NewAttachment;

/** What a customer typed and attached. */
record SentForm(Map<String, String> texts, List<NewAttachment> files) {

  static final int MOST_FILES = 10;
  static final int MOST_BYTES = 10 * 1024 * 1024;
  private static final int MAX_NAME_LENGTH = 200;

  static SentForm of(List<EntityPart> parts) {
    Map<String, String> texts = new HashMap<>();
    List<NewAttachment> files = new ArrayList<>();
    for (EntityPart part : parts) {
      byte[] content = content(part);
      Optional<String> fileName = part.getFileName();
      if (fileName.isEmpty()) {
        texts.put(part.getName(), new String(content, StandardCharsets.UTF_8));
      } else if (content.length > 0 || !fileName.get().isBlank()) {
        files.add(
            new NewAttachment(label(fileName.get()), part.getMediaType().toString(), content));
      }
    }
    return new SentForm(texts, files);
  }

  /** Line ends of the browser become ours. */
  String text(String field) {
    return texts.getOrDefault(field, "").replace("\r\n", "\n");
  }

  /** What is wrong with the files, if anything. */
  Optional<String> fileError() {
    if (files.size() > MOST_FILES) {
      return Optional.of("At most " + MOST_FILES + " files at once.");
    }
    return files.stream()
        .filter(file -> file.content().length > MOST_BYTES)
        .findFirst()
        .map(file -> file.name() + " is larger than 10 MB.");
  }

  private static byte[] content(EntityPart part) {
    try (InputStream in = part.getContent()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("A part of the form broke off", e);
    }
  }

  /** The name without a path; browsers send it in UTF-8, which is read as Latin-1. */
  private static String label(String sent) {
    String name = utf8(sent);
    name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    name = name.replaceAll("\\p{Cntrl}", "").strip();
    if (name.isEmpty()) {
      return "file";
    }
    return name.length() <= MAX_NAME_LENGTH ? name : name.substring(0, MAX_NAME_LENGTH);
  }

  private static String utf8(String latin1) {
    if (!StandardCharsets.ISO_8859_1.newEncoder().canEncode(latin1)) {
      return latin1;
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(latin1.getBytes(StandardCharsets.ISO_8859_1)))
          .toString();
    } catch (CharacterCodingException e) {
      return latin1;
    }
  }
}
