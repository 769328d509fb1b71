package io.jacinth.commands.geo;

import static io.jacinth.engine.spec.KeyFlag.ACCESS;
import static io.jacinth.engine.spec.KeyFlag.OW;
import static io.jacinth.engine.spec.KeyFlag.RO;
import static io.jacinth.engine.spec.KeyFlag.UPDATE;

import io.jacinth.commands.zset.ScoreArguments;
import io.jacinth.engine.Call;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.spec.Argument;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.spec.KeySpec;
import io.jacinth.engine.value.ZsetValue;
import io.jacinth.protocol.Reply;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.ObjDoubleConsumer;

/** Points and lengths as arguments, and the arguments that several specifications have. */
final class GeoArguments {
  /** The decimals of coordinates in an error. */
  private static final int ERROR_DECIMALS = 6;

  private GeoArguments() {}

  /** A length that is not negative; the error says what it is the length of. */
  static double length(Call call, int index, String name) {
    double length = ScoreArguments.parse(call.argument(index));
    if (Double.isNaN(length)) {
      throw new CommandException("ERR need numeric " + name);
    }
    return length;
  }

  /**
   * The longitude, with the latitude behind it, of a point.
   *
   * @throws CommandException where they are no numbers, or beyond the map
   */
  static double longitude(Call call, int index) {
    double longitude = ScoreArguments.score(call, index);
    double latitude = ScoreArguments.score(call, index + 1);
    if (!Grid.isOnMap(longitude, latitude)) {
      throw new CommandException(
          "ERR invalid longitude,latitude pair "
              + call.madeDecimal(longitude, ERROR_DECIMALS, false)
              + ","
              + call.madeDecimal(latitude, ERROR_DECIMALS, false));
    }
    return longitude;
  }

  /** The latitude of a point that {@link #longitude} has found sound. */
  static double latitude(Call call, int index) {
    return ScoreArguments.score(call, index + 1);
  }

  /** Answers something of each member named from the second argument on, by its score. */
  static void answerMembers(Call call, ObjDoubleConsumer<Call> known, Consumer<Reply> unknown) {
    ZsetValue set = call.database().zset(call.key(1));
    call.reply().array(call.count() - 2L);
    for (int i = 2; i < call.count(); i++) {
      if (set != null && set.find(call.argument(i))) {
        known.accept(call, set.score());
      } else {
        unknown.accept(call.reply());
      }
    }
  }

  // ---------------------------------------------------------------- specifications

  /** What GEORADIUS and its kin take behind the circle. */
  static CommandSpec radiusOptions(CommandSpec spec, boolean saysSince) {
    return spec.optional(Argument.word("WITHCOORD"))
        .optional(Argument.word("WITHDIST"))
        .optional(Argument.word("WITHHASH"))
        .optional(count(saysSince))
        .optional(order());
  }

  /**
   * The keys that GEORADIUS and GEORADIUSBYMEMBER read and store under.
   *
   * @param optionsAt where their options begin
   */
  static CommandSpec storing(CommandSpec spec, int optionsAt) {
    return spec.optional(Argument.key("key", OW, UPDATE).token("STORE"))
        .optional(Argument.key("key", OW, UPDATE).token("STOREDIST"))
        .keySpec(KeySpec.single(1, Set.of(RO, ACCESS)))
        .keySpec(target("STORE", optionsAt))
        .keySpec(target("STOREDIST", optionsAt));
  }

  private static KeySpec target(String word, int optionsAt) {
    return new KeySpec(
        new KeySpec.Begin.Keyword(word, optionsAt),
        new KeySpec.Find.Range(0, 1, 0),
        Set.of(OW, UPDATE));
  }

  static Argument count(boolean saysSince) {
    Argument any = Argument.word("ANY").optional();
    return Argument.block(
        "count", Argument.integer("count").token("COUNT"), saysSince ? any.since("6.2.0") : any);
  }

  static Argument order() {
    return Argument.oneOf("order", Argument.word("ASC"), Argument.word("DESC"));
  }

  /** Where GEOSEARCH looks from. */
  static Argument from() {
    return Argument.oneOf(
        "from",
        Argument.string("member").token("FROMMEMBER"),
        Argument.block("longitude_latitude", Argument.real("longitude"), Argument.real("latitude"))
            .token("FROMLONLAT"));
  }

  /** What GEOSEARCH looks in. */
  static Argument by() {
    return Argument.oneOf(
        "by",
        Argument.block("circle", Argument.real("radius").token("BYRADIUS"), Unit.argument()),
        Argument.block(
            "box",
            Argument.real("width").token("BYBOX"),
            Argument.real("height"),
            Unit.argument()));
  }
}
