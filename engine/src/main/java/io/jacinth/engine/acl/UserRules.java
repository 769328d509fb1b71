package io.jacinth.engine.acl;

import io.jacinth.engine.admission.Admission;
import java.util.ArrayList;
import java.util.List;

/**
 * All that is said of a user. Immutable: a change puts other rules in the place of these.
 *
 * @param passwords SHA-256 of each, in hexadecimal digits
 * @param selectors what is open; the first is the user's own, which modifiers change
 */
public record UserRules(
    boolean isOn,
    boolean needsNoPassword,
    Sanitizing sanitizing,
    List<String> passwords,
    List<Selector> selectors) {
  /** Whether what RESTORE brings is checked in depth. Without effect: it always is. */
  enum Sanitizing {
    UNSAID,
    YES,
    SKIPPED
  }

  /** Whether logging in as the user takes any password, or none. */
  public boolean isOpenToAll() {
    return isOn && needsNoPassword;
  }

  /** The bits of {@link Admission} that are on for the user's clients. */
  int unusual() {
    for (Selector selector : selectors) {
      if (selector.isUnrestricted()) {
        return 0;
      }
    }
    return Admission.RESTRICTED;
  }

  /** Whether some selector lets the user listen everywhere. */
  boolean opensEveryChannel() {
    for (Selector selector : selectors) {
      if (selector.allChannels()) {
        return true;
      }
    }
    return false;
  }

  Selector root() {
    return selectors.getFirst();
  }

  /** The flags as ACL GETUSER shows them. */
  public List<String> flags() {
    List<String> flags = new ArrayList<>();
    flags.add(isOn ? "on" : "off");
    if (needsNoPassword) {
      flags.add("nopass");
    }
    switch (sanitizing) {
      case SKIPPED -> flags.add("skip-sanitize-payload");
      case YES -> flags.add("sanitize-payload");
      case UNSAID -> {}
    }
    return flags;
  }

  /** The modifiers that make a new user this one. */
  public String describe() {
    List<String> parts = new ArrayList<>(flags());
    passwords.forEach(password -> parts.add("#" + password));
    parts.add(root().describe());
    selectors.stream().skip(1).forEach(selector -> parts.add("(" + selector.describe() + ")"));
    return String.join(" ", parts);
  }

  /** The rules of each selector, the user's own first. */
  public List<SelectorText> texts() {
    return selectors.stream()
        .map(
            selector ->
                new SelectorText(
                    selector.describeCommands(),
                    selector.describeKeys(),
                    selector.describeChannels()))
        .toList();
  }

  /** A selector's rules as ACL GETUSER shows them. */
  public record SelectorText(String commands, String keys, String channels) {}
}
