package io.jacinth.engine.acl;

/** What can be wrong with a modifier of ACL SETUSER, with the text on the wire. */
enum RuleError {
  UNKNOWN_NAME("Unknown command or category name in ACL"),
  SYNTAX("Syntax error"),
  NEEDLESS_KEY_PATTERN(
      "Adding a pattern after the * pattern (or the 'allkeys' flag) is not valid and does not have"
          + " any effect. Try 'resetkeys' to start with an empty list of patterns"),
  NEEDLESS_CHANNEL_PATTERN(
      "Adding a pattern after the * pattern (or the 'allchannels' flag) is not valid and does not"
          + " have any effect. Try 'resetchannels' to start with an empty list of channels"),
  NO_SUCH_PASSWORD("The password you are trying to remove from the user does not exist"),
  NO_HASH(
      "The password hash must be exactly 64 characters and contain only lowercase hexadecimal"
          + " characters"),
  DUPLICATE_USER("Duplicate user found. A user can only be defined once in config files"),
  ARGUMENT_OF_SUBCOMMAND("Allowing first-arg of a subcommand is not supported");

  private final String text;

  RuleError(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }

  RuleException exception() {
    return new RuleException(this);
  }
}
