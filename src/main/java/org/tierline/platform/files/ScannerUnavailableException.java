package org.tierline.platform.files;

/** The scanner for malware does not answer, or not so that it can be understood. */
public class ScannerUnavailableException extends RuntimeException {

  ScannerUnavailableException(String message) {
    super(message);
  }

  ScannerUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
