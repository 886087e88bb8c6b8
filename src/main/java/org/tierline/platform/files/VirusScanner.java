package org.tierline.platform.files;

import java.util.Optional;

/** Looks for malware in files before the desk keeps them. */
@FunctionalInterface
public interface VirusScanner {

  /** No scanner is configured; files are kept as they come. */
  VirusScanner NONE = content -> Optional.empty();

  /**
   * @return what speaks against the file, as the end of a sentence such as {@code contains
   *     Eicar-Test-Signature}; empty when nothing does
   * @throws ScannerUnavailableException when nobody can tell at present; the file is not taken then
   */
  Optional<String> objection(Spool content);
}
