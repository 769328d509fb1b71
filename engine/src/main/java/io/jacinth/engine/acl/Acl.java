package io.jacinth.engine.acl;

import io.jacinth.engine.Call;
import io.jacinth.engine.Client;
import io.jacinth.engine.Clients;
import io.jacinth.engine.CommandRegistry;
import io.jacinth.engine.RegisteredCommand;
import io.jacinth.engine.Transaction;
import io.jacinth.engine.acl.AclLog.Context;
import io.jacinth.engine.config.SecuritySettings;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.info.ClientLine;
import io.jacinth.protocol.RequestParser;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;

/**
 * The users of a server, and the verdict on what their clients ask for. Users are changed under a
 * lock of this object; clients hold on to their {@link User}, whose rules are swapped at once.
 */
public final class Acl {
  private static final String DEFAULT = "default";
  private static final long MICROS_A_MILLI = 1000;

  private final CommandRegistry registry;
  private final SecuritySettings settings;
  private final Clients clients;
  private final AclLog log;
  private final SubscriptionReview subscriptions;
  private final AtomicLongArray denials = new AtomicLongArray(Denial.values().length);
  private final User defaultUser;

  /** In the order of their names' bytes. Written under the lock of this object. */
  private volatile Map<String, User> users;

  public Acl(CommandRegistry registry, SecuritySettings settings, Clients clients) {
    this.registry = registry;
    this.settings = settings;
    this.clients = clients;
    this.subscriptions = new SubscriptionReview(clients);
    this.log = new AclLog(settings.acllogMaxLen::value);
    this.defaultUser = new User(DEFAULT, defaultRules());
    this.users = new TreeMap<>(Map.of(DEFAULT, defaultUser));
    settings.requirepass.onChange(this::takeRequirepass);
  }

  private UserRules defaultRules() {
    return edited(null, List.of("on", "nopass", "+@all", "~*", "&*"));
  }

  private UserRules edited(@Nullable UserRules source, List<String> modifiers) {
    try {
      UserEditor editor = editor(source);
      for (String modifier : modifiers) {
        editor.apply(modifier);
      }
      return editor.rules();
    } catch (RuleException e) {
      throw new IllegalStateException(e);
    }
  }

  private UserEditor editor(@Nullable UserRules source) {
    boolean channels = settings.aclPubsubDefault.value().equals("allchannels");
    return source == null
        ? new UserEditor(registry, channels)
        : new UserEditor(registry, channels, source);
  }

  /** Gives the default user the password of {@code requirepass}, or none. */
  public synchronized void takeRequirepass() {
    String password = settings.requirepass.value();
    String modifier = password.isEmpty() ? "nopass" : ">" + password;
    defaultUser.rules(edited(defaultUser.rules(), List.of("resetpass", modifier)));
  }

  // ---------------------------------------------------------------- logging in

  /** Makes a new client the default user, logged in where that takes no password. */
  public void welcome(Client client) {
    client.login(defaultUser);
    client.authenticated(defaultUser.rules().isOpenToAll());
  }

  /** Whether clients have to log in. */
  public boolean asksForPassword() {
    return !defaultUser.rules().isOpenToAll();
  }

  /** Whether the default user has a password; AUTH without a name is an error otherwise. */
  public boolean defaultNeedsPassword() {
    return !defaultUser.rules().needsNoPassword();
  }

  /**
   * Logs the client of a call in, or leaves it as it was.
   *
   * @return whether name and password are right
   */
  public boolean login(Call call, String name, String password) {
    User user = users.get(name);
    if (user == null || !isRight(user.rules(), password)) {
      note(call, Denial.AUTH, contextOf(call.client()), call.text(0), name);
      return false;
    }
    call.client().login(user);
    call.client().authenticated(true);
    return true;
  }

  private static boolean isRight(UserRules rules, String password) {
    if (!rules.isOn() || rules.needsNoPassword()) {
      return rules.isOn();
    }
    String hash = Passwords.hash(password);
    boolean isRight = false;
    for (String each : rules.passwords()) {
      isRight |= Passwords.areEqual(each, hash);
    }
    return isRight;
  }

  // ---------------------------------------------------------------- verdicts

  /** The error to a client whose user may not do what it asks for, null where he may. */
  public @Nullable String refusal(Call call) {
    Denial denial = denial(call, contextOf(call.client()));
    return denial == null ? null : denial.toClient(call.command().name());
  }

  private static Context contextOf(Client client) {
    Transaction transaction = client.transaction();
    return transaction != null && transaction.isOpen() ? Context.MULTI : Context.TOPLEVEL;
  }

  /** The error to EXEC for a queued command that the rules have closed since; null: it may run. */
  public @Nullable String refusalAtExec(Call call) {
    Denial denial = denial(call, Context.MULTI);
    return denial == null ? null : denial.toExec();
  }

  /** Judges a call in some context; a refusal is logged and counted. */
  public @Nullable Denial denial(Call call, Context context) {
    User user = call.client().account();
    AccessCheck check = call.worker().accessCheck();
    Denial denial = check.denial(user.rules(), call.command(), call.request(), 0);
    if (denial != null) {
      String object =
          denial == Denial.COMMAND ? call.command().name() : call.text(check.position());
      note(call, denial, context, object, user.name());
    }
    return denial;
  }

  /** Whether the client of a call may do what another request asks for; nobody is told. */
  public boolean allows(Call call, RegisteredCommand command, RequestParser request) {
    return call.worker().accessCheck().denial(call.client().account().rules(), command, request, 0)
        == null;
  }

  /**
   * What ACL DRYRUN tells of a request that stands among the arguments of a call; null where the
   * user may.
   */
  public @Nullable String dryRun(Call call, User user, RegisteredCommand command, int first) {
    AccessCheck check = call.worker().accessCheck();
    RequestParser request = call.request();
    Denial denial = check.denial(user.rules(), command, request, first);
    return denial == null
        ? null
        : denial.toDryRun(command.name(), call.quoted(first + check.position()));
  }

  /** Whether the client may read every key there is, by the rules that let the call run. */
  public boolean mayReadEveryKey(Call call) {
    return call.worker()
        .accessCheck()
        .opensEveryKey(
            call.client().account().rules(), call.command(), call.request(), KeyPattern.READ);
  }

  private void note(Call call, Denial denial, Context context, String object, String user) {
    denials.incrementAndGet(denial.ordinal());
    long now = call.engine().clock().wallClockMicros() / MICROS_A_MILLI;
    Client client = call.client().principal();
    log.add(denial, context, object, user, client.id(), () -> ClientLine.of(client, now), now);
  }

  /** How often requests were refused for a reason. */
  public long denials(Denial denial) {
    return denials.get(denial.ordinal());
  }

  /** CONFIG RESETSTAT. */
  public void resetStatistics() {
    for (int i = 0; i < denials.length(); i++) {
      denials.set(i, 0);
    }
  }

  public AclLog log() {
    return log;
  }

  // ---------------------------------------------------------------- users

  /** All users in the order of their names. */
  public List<User> users() {
    return List.copyOf(users.values());
  }

  public @Nullable User user(String name) {
    return users.get(name);
  }

  /** The users as lines of an ACL file or, the same, of redis.conf. */
  public List<String> lines() {
    return users.values().stream()
        .map(user -> "user " + user.name() + " " + user.rules().describe())
        .toList();
  }

  /**
   * Changes a user or makes a new one; nothing changes where a modifier is wrong.
   *
   * @throws CommandException that says which
   */
  public synchronized void set(String name, List<String> words) {
    List<String> modifiers = Modifiers.joined(words);
    if (modifiers == null) {
      throw new CommandException(
          "ERR Unmatched parenthesis in acl selector starting at '%s'."
              .formatted(Modifiers.unclosed(words)));
    }
    User old = users.get(name);
    UserEditor editor = editor(old == null ? null : old.rules());
    for (String modifier : modifiers) {
      try {
        editor.apply(modifier);
      } catch (RuleException e) {
        throw new CommandException(
            "ERR Error in ACL SETUSER modifier '%s': %s".formatted(modifier, e.error().text()));
      }
    }
    put(name, editor.rules());
  }

  private void put(String name, UserRules rules) {
    User user = users.get(name);
    if (user != null) {
      user.rules(rules);
      subscriptions.of(user);
    } else {
      Map<String, User> more = new TreeMap<>(users);
      more.put(name, new User(name, rules));
      users = more;
    }
  }

  /** Makes the user of a {@code user} directive, or a new one of the one that is there. */
  synchronized void declare(String name, List<String> modifiers) throws RuleException {
    UserEditor editor = editor(null);
    if (isDefault(name)) {
      editor.apply("reset");
    }
    for (String modifier : modifiers) {
      editor.apply(modifier);
    }
    put(name, editor.rules());
  }

  /** Removes a user and disconnects its clients; false where there is none. */
  public synchronized boolean delete(String name) {
    Map<String, User> rest = new TreeMap<>(users);
    User user = rest.remove(name);
    if (user == null) {
      return false;
    }
    users = rest;
    user.rules(edited(null, List.of()));
    for (Client client : clients.all()) {
      if (client.account() == user) {
        client.closeAfterReplies();
      }
    }
    return true;
  }

  /** Whether it is the user that is always there. */
  public static boolean isDefault(String name) {
    return name.equals(DEFAULT);
  }

  /** Puts all users in the place of those that are there; the default user may be missing. */
  synchronized void replaceAll(Map<String, UserRules> newUsers) {
    for (String name : List.copyOf(users.keySet())) {
      if (!newUsers.containsKey(name) && !isDefault(name)) {
        delete(name);
      }
    }
    newUsers.forEach(this::put);
    if (!newUsers.containsKey(DEFAULT)) {
      defaultUser.rules(defaultRules());
    }
  }

  UserEditor newUser() {
    return editor(null);
  }

  /** Whether a text cannot be a user's name. */
  public static boolean isBadName(String name) {
    return SelectorEditor.hasSpaces(name);
  }
}
