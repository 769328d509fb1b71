package io.jacinth.engine.acl;

/** A modifier of ACL SETUSER that cannot be applied. */
final class RuleException extends Exception {
  private static final long serialVersionUID = 1L;

  private final RuleError error;

  RuleException(RuleError error) {
    super(error.text(), null, false, false);
    this.error = error;
  }

  RuleError error() {
    return error;
  }
}
