package io.jacinth.server.tls;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Blocks of base64 between {@code -----BEGIN label-----} and {@code -----END label-----} (RFC
 * 7468), with the headers that OpenSSL's old encrypted keys have (RFC 1421). What stands between
 * the blocks is no part of them.
 */
record PemFile(List<Block> blocks) {
  private static final Pattern BLOCK =
      Pattern.compile(
          "^-----BEGIN ([^\\r\\n]+)-----[ \\t]*\\R(.*?)^-----END \\1-----",
          Pattern.DOTALL | Pattern.MULTILINE);
  private static final Pattern HEADERS = Pattern.compile("\\A(?:[^:\\n]+:[^\\n]*\\n)+\\s*\\n");

  /**
   * A block.
   *
   * @param headers the lines before the base64, mostly none
   */
  record Block(String label, String headers, String base64) {
    byte[] bytes() throws PemException {
      try {
        return Base64.getMimeDecoder().decode(base64);
      } catch (IllegalArgumentException e) {
        throw new PemException(PemException.NOT_BASE64);
      }
    }
  }

  /** Reads a file; a folder counts as an empty one, as it does for OpenSSL. */
  static PemFile read(Path file) throws PemException {
    try {
      return Files.isDirectory(file)
          ? new PemFile(List.of())
          : parse(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      throw PemException.unreadable(e);
    }
  }

  static PemFile parse(String text) {
    List<Block> blocks = new ArrayList<>();
    Matcher found = BLOCK.matcher(text);
    while (found.find()) {
      String body = found.group(2).replace("\r\n", "\n");
      Matcher headers = HEADERS.matcher(body);
      int start = headers.find() ? headers.end() : 0;
      blocks.add(new Block(found.group(1), body.substring(0, start), body.substring(start)));
    }
    return new PemFile(blocks);
  }

  /** The blocks with such labels. */
  List<Block> labelled(Predicate<String> wanted) {
    return blocks.stream().filter(block -> wanted.test(block.label())).toList();
  }
}
