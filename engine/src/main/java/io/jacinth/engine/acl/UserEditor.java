package io.jacinth.engine.acl;

import io.jacinth.engine.CommandRegistry;
import io.jacinth.engine.acl.UserRules.Sanitizing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes a user's rules from others by the modifiers of ACL SETUSER. Used by one thread. */
final class UserEditor {
  private static final int HASH_DIGITS = 64;

  private final CommandRegistry registry;
  private final boolean channelsByDefault;
  private boolean isOn;
  private boolean needsNoPassword;
  private Sanitizing sanitizing = Sanitizing.UNSAID;
  private final List<String> passwords = new ArrayList<>();
  private final List<Selector> furtherSelectors = new ArrayList<>();
  private final SelectorEditor root;

  /**
   * A user who is off and may do nothing.
   *
   * @param channelsByDefault {@code acl-pubsub-default}: whether all channels are open at first
   */
  UserEditor(CommandRegistry registry, boolean channelsByDefault) {
    this.registry = registry;
    this.channelsByDefault = channelsByDefault;
    this.root = new SelectorEditor(registry, channelsByDefault);
  }

  UserEditor(CommandRegistry registry, boolean channelsByDefault, UserRules source) {
    this.registry = registry;
    this.channelsByDefault = channelsByDefault;
    this.isOn = source.isOn();
    this.needsNoPassword = source.needsNoPassword();
    this.sanitizing = source.sanitizing();
    this.passwords.addAll(source.passwords());
    this.root = new SelectorEditor(registry, source.root());
    this.furtherSelectors.addAll(source.selectors().subList(1, source.selectors().size()));
  }

  UserRules rules() {
    List<Selector> selectors = new ArrayList<>();
    selectors.add(root.selector());
    selectors.addAll(furtherSelectors);
    return new UserRules(
        isOn, needsNoPassword, sanitizing, List.copyOf(passwords), List.copyOf(selectors));
  }

  /** Applies one modifier; one without a letter does nothing. */
  void apply(String modifier) throws RuleException {
    switch (modifier.toLowerCase(Locale.ROOT)) {
      case "" -> {}
      case "on" -> isOn = true;
      case "off" -> isOn = false;
      case "nopass" -> resetPasswords(true);
      case "resetpass" -> resetPasswords(false);
      case "skip-sanitize-payload" -> sanitizing = Sanitizing.SKIPPED;
      case "sanitize-payload" -> sanitizing = Sanitizing.YES;
      case "clearselectors" -> furtherSelectors.clear();
      case "reset" -> reset();
      default -> applyWithOperand(modifier);
    }
  }

  private void applyWithOperand(String modifier) throws RuleException {
    String operand = modifier.substring(1);
    switch (modifier.charAt(0)) {
      case '>' -> addPassword(Passwords.hash(operand));
      case '#' -> addPassword(checkedHash(operand));
      case '<' -> removePassword(Passwords.hash(operand));
      case '!' -> removePassword(checkedHash(operand));
      case '(' -> addSelector(modifier);
      default -> root.apply(modifier);
    }
  }

  private void reset() throws RuleException {
    isOn = false;
    resetPasswords(false);
    sanitizing = Sanitizing.YES;
    furtherSelectors.clear();
    root.apply("resetkeys");
    root.apply(channelsByDefault ? "allchannels" : "resetchannels");
    root.apply("-@all");
  }

  private void resetPasswords(boolean needsNone) {
    needsNoPassword = needsNone;
    passwords.clear();
  }

  private void addPassword(String hash) {
    if (!passwords.contains(hash)) {
      passwords.add(hash);
    }
    needsNoPassword = false;
  }

  private void removePassword(String hash) throws RuleException {
    if (!passwords.remove(hash)) {
      throw RuleError.NO_SUCH_PASSWORD.exception();
    }
  }

  private static String checkedHash(String hash) throws RuleException {
    boolean isHash =
        hash.length() == HASH_DIGITS
            && hash.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    if (!isHash) {
      throw RuleError.NO_HASH.exception();
    }
    return hash;
  }

  private void addSelector(String modifier) throws RuleException {
    if (!modifier.endsWith(")")) {
      throw RuleError.SYNTAX.exception();
    }
    SelectorEditor selector = new SelectorEditor(registry, channelsByDefault);
    for (String inner : Modifiers.split(modifier.substring(1, modifier.length() - 1))) {
      if (inner.isEmpty()) {
        throw RuleError.SYNTAX.exception();
      }
      selector.apply(inner);
    }
    furtherSelectors.add(selector.selector());
  }
}
