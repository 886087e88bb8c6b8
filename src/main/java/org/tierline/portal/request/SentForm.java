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
import org.tierline.platform.StorableText;
import org.tierline.platform.files.FileGate;
import org.tierline.platform.files.FileSettings;
import org.tierline.platform.files.FileType;
import org.tierline.platform.files.ScannerUnavailableException;
import org.tierline.platform.files.Spool;

/** What a customer typed and attached, and what decides about the files. */
record SentForm(Map<String, String> texts, List<Upload> files, FileGate gate)
    implements AutoCloseable {

  static final int MOST_FILES = 10;

  private static final System.Logger LOG = System.getLogger(SentForm.class.getName());

  /** In bytes; longer than any text we take. */
  private static final int MOST_TEXT = 1024 * 1024;

  private static final int MAX_NAME_LENGTH = 200;

  static SentForm of(List<EntityPart> parts, FileGate gate) {
    var sent = new SentForm(new HashMap<>(), new ArrayList<>(), gate);
    boolean complete = false;
    try {
      for (EntityPart part : parts) {
        sent.add(part);
      }
      complete = true;
      return sent;
    } catch (IOException e) {
      throw new UncheckedIOException("A part of the form broke off", e);
    } finally {
      if (!complete) {
        sent.close();
      }
    }
  }

  private void add(EntityPart part) throws IOException {
    try (InputStream in = part.getContent()) {
      if (part.getFileName().isEmpty()) {
        texts.put(part.getName(), new String(in.readNBytes(MOST_TEXT), StandardCharsets.UTF_8));
        return;
      }
      String name = part.getFileName().get();
      Spool content = Spool.of(in);
      if (content.size() > 0 || !name.isBlank()) {
        String label = label(name);
        files.add(
            new Upload(
                label, FileType.of(content, part.getMediaType().toString(), label), content));
      }
    }
  }

  /** Lets go of the files. */
  @Override
  public void close() {
    files.forEach(file -> file.content().close());
  }

  /** Line ends of the browser become ours; what cannot be stored is left out. */
  String text(String field) {
    return StorableText.of(texts.getOrDefault(field, "")).replace("\r\n", "\n");
  }

  /** What is wrong with the files, if anything. Has them scanned each time it is asked. */
  Optional<String> fileError() {
    if (files.size() > MOST_FILES) {
      return Optional.of("At most " + MOST_FILES + " files at once.");
    }
    try {
      for (Upload file : files) {
        Optional<String> objection = gate.objection(file.content());
        if (objection.isPresent()) {
          return Optional.of("%s %s.".formatted(file.name(), objection.get()));
        }
      }
      return Optional.empty();
    } catch (ScannerUnavailableException e) {
      LOG.log(System.Logger.Level.WARNING, e.getMessage());
      return Optional.of(
          "We cannot check files at the moment. Please send this without files, or again in a few"
              + " minutes.");
    }
  }

  /** What a single file may weigh, as people read it. */
  String fileLimit() {
    return FileSettings.words(gate.settings().mostBytes());
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
