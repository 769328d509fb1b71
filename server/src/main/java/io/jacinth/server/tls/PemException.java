package io.jacinth.server.tls;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/**
 * A file that holds no usable certificate or key; the message is the error that OpenSSL 3 gives.
 */
final class PemException extends Exception {
  private static final long serialVersionUID = 1;

  static final String NO_CERTIFICATE = "error:0480006C:PEM routines::no start line";
  static final String NOT_BASE64 = "error:04800064:PEM routines::bad base64 decode";
  static final String NO_KEY = "error:1E08010C:DECODER routines::unsupported";
  static final String NO_PASSWORD =
      "error:07880109:common libcrypto routines::interrupted or cancelled";
  static final String WRONG_PASSWORD = "error:1C800064:Provider routines::bad decrypt";
  static final String OTHER_KEY = "error:05800074:x509 certificate routines::key values mismatch";
  static final String OTHER_KIND_OF_KEY =
      "error:05800073:x509 certificate routines::key type mismatch";
  static final String NO_AUTHORITY =
      "error:05800088:x509 certificate routines::no certificate or crl found";

  PemException(String message) {
    super(message);
  }

  static PemException unreadable(IOException cause) {
    return new PemException(
        switch (cause) {
          case NoSuchFileException _ -> "error:80000002:system library::No such file or directory";
          case AccessDeniedException _ -> "error:8000000D:system library::Permission denied";
          default -> "error:80000005:system library::Input/output error";
        });
  }

  String text() {
    return String.valueOf(getMessage());
  }
}
