package io.jacinth.engine.acl;

import java.util.List;

/**
 * A user, for as long as it exists: clients hold on to it while its rules change. Read anywhere;
 * changed by {@link Acl} alone.
 */
public final class User {
  /** Somebody who may do everything: the server itself, and clients that nobody has welcomed. */
  public static final User UNRESTRICTED = new User("default", everything());

  private final String name;
  private volatile UserRules rules;

  /** Written after the rules, read before them. */
  private volatile int unusual;

  User(String name, UserRules rules) {
    this.name = name;
    this.rules = rules;
    this.unusual = rules.unusual();
  }

  private static UserRules everything() {
    Selector all =
        new Selector(true, true, true, new long[0], null, true, List.of(), List.of(), List.of());
    return new UserRules(true, true, UserRules.Sanitizing.UNSAID, List.of(), List.of(all));
  }

  public String name() {
    return name;
  }

  public UserRules rules() {
    return rules;
  }

  void rules(UserRules newRules) {
    rules = newRules;
    unusual = newRules.unusual();
  }

  /** The bits of {@link io.jacinth.engine.admission.Admission} that are on for its clients. */
  public int unusual() {
    return unusual;
  }
}
