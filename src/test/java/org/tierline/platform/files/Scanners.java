package org.tierline.platform.files;

/** What happens to tests of other features when the scanner is down. */
public final class Scanners {

  private Scanners() {}

  public static ScannerUnavailableException unavailable() {
    return new ScannerUnavailableException("The malware scanner does not answer");
  }
}
