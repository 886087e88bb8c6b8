package org.tierline.platform.files;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Which files customers may send us through a form. */
@ApplicationScoped
public class FileGate {

  private final FileSettings settings;
  private final VirusScanner scanner;

  @Inject
  public FileGate(FileSettings settings, VirusScanner scanner) {
    this.settings = settings;
    this.scanner = scanner;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected FileGate() {
    this(null, null);
  }

  public FileSettings settings() {
    return settings;
  }

  /**
   * What speaks against a file, as the end of a sentence.
   *
   * @throws ScannerUnavailableException when nobody can tell at present
   */
  public Optional<String> objection(Spool content) {
    return content.size() > settings.mostBytes()
        ? Optional.of("is larger than " + FileSettings.words(settings.mostBytes()))
        : scanner.objection(content);
  }
}
