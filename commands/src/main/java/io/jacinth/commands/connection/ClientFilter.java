package io.jacinth.commands.connection;

import io.jacinth.engine.Call;
import io.jacinth.engine.Client;
import io.jacinth.engine.ClientType;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.error.ErrorReply;
import io.jacinth.engine.info.ClientLine;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * The clients that CLIENT KILL and CLIENT LIST are about: those that pass all filters of the call.
 * {@code NOT-} before a filter's name turns it round, as in Valkey 9.
 */
final class ClientFilter {
  /** A filter's value, which is the word behind its name, as a condition. */
  private interface Value {
    Predicate<Client> read(Call call, int index);
  }

  private static final String NOT = "NOT-";

  private static final Map<String, Value> FILTERS =
      Map.ofEntries(
          Map.entry("TYPE", ClientFilter::type),
          Map.entry("USER", ClientFilter::user),
          Map.entry("ADDR", text(Client::address)),
          Map.entry("LADDR", text(Client::localAddress)),
          Map.entry("NAME", text(Client::name)),
          Map.entry("LIB-NAME", text(Client::libraryName)),
          Map.entry("LIB-VER", text(Client::libraryVersion)),
          Map.entry("IP", text(client -> client.address().replaceAll(":[0-9]+$", ""))),
          Map.entry("FLAGS", ClientFilter::flags),
          Map.entry("DB", ClientFilter::database),
          Map.entry("MAXAGE", atLeast("maxage", Client::createdMillis)),
          Map.entry("IDLE", atLeast("idle", Client::lastActiveMillis)));

  private final List<Predicate<Client>> conditions = new ArrayList<>();
  private final Call call;
  private final String wrongId;
  private int next;

  private ClientFilter(Call call, int first, String wrongId) {
    this.call = call;
    this.next = first;
    this.wrongId = wrongId;
  }

  /**
   * Reads filters from a word on to the end.
   *
   * @param skipsMe whether the client itself is left out unless SKIPME says otherwise
   * @param wrongId the error where ID is followed by no number
   */
  static Predicate<Client> read(Call call, int first, boolean skipsMe, String wrongId) {
    return new ClientFilter(call, first, wrongId).readAll(skipsMe);
  }

  private Predicate<Client> readAll(boolean skipsMe) {
    boolean skips = skipsMe;
    while (next < call.count()) {
      if (next + 1 == call.count()) {
        throw ErrorReply.SYNTAX.exception();
      }
      if (call.is(next, "SKIPME")) {
        skips = skipMe();
      } else {
        conditions.add(condition());
      }
    }
    if (skips) {
      conditions.add(client -> client != call.client());
    }
    return client -> conditions.stream().allMatch(condition -> condition.test(client));
  }

  private boolean skipMe() {
    boolean isYes = call.is(next + 1, "YES");
    if (!isYes && !call.is(next + 1, "NO")) {
      throw ErrorReply.SYNTAX.exception();
    }
    next += 2;
    return isYes;
  }

  private Predicate<Client> condition() {
    String name = call.text(next).toUpperCase(Locale.ROOT);
    boolean isNegated = name.startsWith(NOT);
    String plain = isNegated ? name.substring(NOT.length()) : name;
    next++;
    Predicate<Client> condition = plain.equals("ID") ? ids() : value(plain);
    return isNegated ? condition.negate() : condition;
  }

  private Predicate<Client> value(String name) {
    Value value = FILTERS.get(name);
    if (value == null) {
      throw ErrorReply.SYNTAX.exception();
    }
    return value.read(call, next++);
  }

  /** One or more numbers, up to the next filter. */
  private Predicate<Client> ids() {
    Set<Long> ids = new HashSet<>();
    do {
      ids.add(call.integer(next++, 1, Long.MAX_VALUE, wrongId));
    } while (next < call.count() && call.argument(next).isInteger());
    return client -> ids.contains(client.id());
  }

  private static Value text(Function<Client, String> field) {
    return (call, index) -> {
      String wanted = call.text(index);
      return client -> field.apply(client).equals(wanted);
    };
  }

  private static Predicate<Client> type(Call call, int index) {
    ClientType wanted = ClientType.named(call.argument(index));
    if (wanted == null) {
      throw new CommandException("ERR Unknown client type '" + call.quoted(index) + "'");
    }
    return client -> client.type() == wanted;
  }

  private static Predicate<Client> user(Call call, int index) {
    String wanted = call.text(index);
    if (call.engine().acl().user(wanted) == null) {
      throw new CommandException("ERR No such user '" + call.quoted(index) + "'");
    }
    return client -> client.user().equals(wanted);
  }

  private static Predicate<Client> flags(Call call, int index) {
    String wanted = call.text(index);
    return client -> {
      String flags = ClientLine.flags(client);
      return wanted.chars().allMatch(flag -> flags.indexOf(flag) >= 0);
    };
  }

  private static Predicate<Client> database(Call call, int index) {
    int wanted = call.database(call.int32(index)).index();
    return client -> client.database() == wanted;
  }

  /** A time of the client's that lies at least so many seconds back. */
  private static Value atLeast(String name, ToLongFunction<Client> sinceMillis) {
    return (call, index) -> {
      long seconds =
          call.integer(
              index,
              Long.MIN_VALUE,
              Long.MAX_VALUE,
              "ERR " + name + " is not an integer or out of range");
      if (seconds <= 0) {
        throw new CommandException("ERR " + name + " should be greater than 0");
      }
      long now = call.nowMillis();
      return client -> (now - sinceMillis.applyAsLong(client)) / 1000 >= seconds;
    };
  }
}
