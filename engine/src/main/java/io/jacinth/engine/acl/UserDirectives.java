package io.jacinth.engine.acl;

import io.jacinth.engine.config.UserDeclaration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The {@code user} directives of redis.conf, which are taken in turn. Used by one thread. */
public final class UserDirectives {
  private final Acl acl;
  private final Set<String> names = new HashSet<>();

  public UserDirectives(Acl acl) {
    this.acl = acl;
  }

  /** Makes the user of a directive. */
  public void take(UserDeclaration declaration) throws UnreadableUsersException {
    if (Acl.isBadName(declaration.name())) {
      throw new UnreadableUsersException("Spaces not allowed in ACL usernames");
    }
    if (!names.add(declaration.name())) {
      throw wrong(declaration, RuleError.DUPLICATE_USER);
    }
    List<String> modifiers = Modifiers.joined(declaration.modifiers());
    if (modifiers == null) {
      throw wrong(declaration, RuleError.SYNTAX);
    }
    try {
      acl.declare(declaration.name(), modifiers);
    } catch (RuleException e) {
      throw wrong(declaration, e.error());
    }
  }

  private static UnreadableUsersException wrong(UserDeclaration declaration, RuleError error) {
    return new UnreadableUsersException(
        "Error in user declaration '" + declaration.name() + "': " + error.text());
  }
}
