package io.jacinth.engine.acl;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The file of {@code aclfile}, a line a user. Errors are those of Redis, all of the file in one
 * message; then nothing is changed.
 */
public final class AclFile {
  private static final String UNCHANGED =
      "WARNING: ACL errors detected, no change to the previously active ACL rules was performed";

  private final Acl acl;
  private final String name;
  private final StringBuilder errors = new StringBuilder();
  private final Map<String, UserRules> users = new TreeMap<>();

  private AclFile(Acl acl, String name) {
    this.acl = acl;
    this.name = name;
  }

  /**
   * Puts the users of a file in the place of those that are there.
   *
   * @param name the file as the configuration names it
   */
  public static void load(Acl acl, String name, Path path) throws UnreadableUsersException {
    String text;
    try {
      text = Files.readString(path, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      String reason =
          e instanceof NoSuchFileException ? "No such file or directory" : e.getMessage();
      throw new UnreadableUsersException(
          "Error loading ACLs, opening file '" + name + "': " + reason);
    }
    new AclFile(acl, name).load(text.split("\n", -1));
  }

  private void load(String[] lines) throws UnreadableUsersException {
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i].strip();
      if (!line.isEmpty()) {
        read(line, i + 1);
      }
    }
    if (!errors.isEmpty()) {
      throw new UnreadableUsersException(errors + UNCHANGED);
    }
    acl.replaceAll(users);
  }

  private void read(String line, int number) {
    List<String> words = List.of(line.split(" ", -1));
    if (!words.getFirst().equals("user") || words.size() < 2) {
      errors
          .append(name)
          .append(":")
          .append(number)
          .append(" should start with user keyword followed by the username. ");
      return;
    }
    String user = words.get(1);
    if (users.containsKey(user)) {
      errors.append("WARNING: Duplicate user '%s' found on line %d. ".formatted(user, number));
      return;
    }
    UserRules rules = rules(words.subList(2, words.size()), name + ":" + number);
    if (rules != null) {
      users.put(user, rules);
    }
  }

  private @Nullable UserRules rules(List<String> words, String where) {
    List<String> modifiers = Modifiers.joined(words);
    if (modifiers == null) {
      errors.append(where).append(": Unmatched parenthesis in selector definition. ");
      return null;
    }
    UserEditor editor = acl.newUser();
    boolean isGood = true;
    for (String modifier : modifiers) {
      try {
        editor.apply(modifier);
      } catch (RuleException e) {
        errors.append(where).append(": ").append(message(modifier, e.error())).append(". ");
        isGood = false;
      }
    }
    return isGood ? editor.rules() : null;
  }

  private static String message(String modifier, RuleError error) {
    return error == RuleError.UNKNOWN_NAME
        ? "Error in applying operation '" + modifier + "': " + error.text()
        : error.text();
  }

  /** Writes all users, by a new file in the place of the old one. */
  public static void save(Acl acl, Path path) throws IOException {
    Path directory = path.toAbsolutePath().getParent();
    Path temporary = Files.createTempFile(directory, "temp-", ".acl");
    try {
      String text = String.join("\n", acl.lines()) + "\n";
      Files.writeString(temporary, text, StandardCharsets.ISO_8859_1);
      try (var file = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
        file.force(true);
      }
      Files.move(
          temporary, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }
}
