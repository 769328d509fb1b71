package io.jacinth.commands.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jacinth.client.RespValue;
import io.jacinth.testkit.JacinthUnderTest;
import io.jacinth.testkit.RealRedis;
import io.jacinth.testkit.RunningServer;
import io.jacinth.testkit.TestConnection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every specification against a real Redis: what COMMAND INFO and COMMAND DOCS say of a command
 * that both servers have must agree, but for texts and for what Redis learned after 7.0.
 */
class CommandComparisonTest {
  private static final List<String> ENTRY_FIELDS =
      List.of(
          "name",
          "arity",
          "flags",
          "first key",
          "last key",
          "step",
          "ACL categories",
          "tips",
          "key specifications");

  /** Commands whose arguments a later version than 7.0 documents otherwise. */
  private static final Set<String> NEWER_ARGUMENTS =
      Set.of(
          "set",
          "hscan",
          "bitop",
          "client|kill",
          "mset",
          "msetnx",
          "lcs",
          "command|getkeys",
          "command|getkeysandflags",
          "zrank",
          "zrevrank");

  /** Commands that a later version than 7.0 gives more arguments. */
  private static final Set<String> NEWER_ARITY = Set.of("zrank", "zrevrank");

  private static TestConnection ours;
  private static TestConnection theirs;
  private static final List<AutoCloseable> opened = new ArrayList<>();

  @BeforeAll
  static void start() {
    assumeTrue(RealRedis.binary().isPresent(), "no redis-server on the PATH");
    ours = open(JacinthUnderTest.startInRealTime());
    theirs = open(RealRedis.start());
  }

  private static TestConnection open(RunningServer server) {
    opened.add(server);
    TestConnection connection = TestConnection.open(server);
    opened.add(connection);
    connection.send("HELLO", "3").expectMap();
    return connection;
  }

  @AfterAll
  static void stop() throws Exception {
    for (AutoCloseable each : opened.reversed()) {
      each.close();
    }
  }

  static Stream<String> commandsOfBoth() {
    Set<String> known = new HashSet<>(names(theirs));
    return names(ours).stream().filter(known::contains);
  }

  private static List<String> names(TestConnection connection) {
    return connection.send("COMMAND", "LIST").elements().stream()
        .map(CommandComparisonTest::text)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("commandsOfBoth")
  void describesAsRedisDoes(String name) {
    List<RespValue> our = entry(ours, name);
    List<RespValue> their = entry(theirs, name);
    for (int i = 0; i < ENTRY_FIELDS.size(); i++) {
      if (ENTRY_FIELDS.get(i).equals("arity") && NEWER_ARITY.contains(name)) {
        continue;
      }
      assertThat(our.get(i))
          .as(name + ": " + ENTRY_FIELDS.get(i))
          .isEqualTo(withoutNotes(their.get(i)));
    }
    assertThat(our).hasSameSizeAs(their);
  }

  /** Key specifications without the remarks that Redis makes on some of them. */
  private static RespValue withoutNotes(RespValue value) {
    return switch (value) {
      case RespValue.SetValue(List<RespValue> elements) ->
          new RespValue.SetValue(
              elements.stream().map(CommandComparisonTest::withoutNotes).toList());
      case RespValue.MapValue(List<Map.Entry<RespValue, RespValue>> entries) ->
          new RespValue.MapValue(
              entries.stream().filter(entry -> !text(entry.getKey()).equals("notes")).toList());
      default -> value;
    };
  }

  private static List<RespValue> entry(TestConnection connection, String name) {
    RespValue entry = connection.send("COMMAND", "INFO", name).elements().getFirst();
    return ((RespValue.ArrayValue) entry).elements();
  }

  @ParameterizedTest
  @MethodSource("commandsOfBoth")
  void documentsAsRedisDoes(String name) {
    Map<String, RespValue> our = documentation(ours, name);
    Map<String, RespValue> their = documentation(theirs, name);
    for (String field : List.of("since", "group", "doc_flags", "deprecated_since")) {
      if (!isNewlyDeprecated(field, their)) {
        assertThat(our.get(field)).as(name + ": " + field).isEqualTo(their.get(field));
      }
    }
    if (!NEWER_ARGUMENTS.contains(name)) {
      assertThat(shape(our.get("arguments")))
          .as(name + ": arguments")
          .isEqualTo(shape(their.get("arguments")));
    }
    assertThat(text(our.get("summary"))).endsWith(".").isNotEqualTo(text(their.get("summary")));
  }

  /** Some commands were deprecated, for long ago, by a later version than 7.0. */
  private static boolean isNewlyDeprecated(String field, Map<String, RespValue> their) {
    return (field.equals("deprecated_since") || field.equals("doc_flags"))
        && !their.containsKey("deprecated_since");
  }

  private static Map<String, RespValue> documentation(TestConnection connection, String name) {
    RespValue docs = connection.send("COMMAND", "DOCS", name).value();
    return fields(((RespValue.MapValue) docs).entries().getFirst().getValue());
  }

  private static Map<String, RespValue> fields(RespValue map) {
    Map<String, RespValue> fields = new LinkedHashMap<>();
    ((RespValue.MapValue) map)
        .entries()
        .forEach(entry -> fields.put(text(entry.getKey()), entry.getValue()));
    return fields;
  }

  /** Arguments as nested lists of their fields, an argument a line. */
  private static String shape(@Nullable RespValue arguments) {
    StringBuilder out = new StringBuilder();
    appendShape(out, "", arguments);
    return out.toString();
  }

  private static void appendShape(StringBuilder out, String indent, @Nullable RespValue arguments) {
    if (!(arguments instanceof RespValue.ArrayValue(List<RespValue> elements))) {
      return;
    }
    for (RespValue element : elements) {
      Map<String, RespValue> fields = fields(element);
      RespValue children = fields.remove("arguments");
      out.append(indent).append(fields).append('\n');
      appendShape(out, indent + "  ", children);
    }
  }

  private static String text(RespValue value) {
    return ((RespValue.BulkString) value).text();
  }
}
