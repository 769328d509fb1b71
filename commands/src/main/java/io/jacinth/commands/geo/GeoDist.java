package io.jacinth.commands.geo;

import static io.jacinth.engine.spec.CommandFlag.READONLY;
import static io.jacinth.engine.spec.KeyFlag.ACCESS;
import static io.jacinth.engine.spec.KeyFlag.RO;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.error.ErrorReply;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.value.ZsetValue;

/**
 * {@code GEODIST key member1 member2 [M|KM|FT|MI]}: the distance between two members, nothing where
 * either is not there. The unit is checked before the key.
 */
final class GeoDist implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("GEODIST")
        .in(CommandGroup.GEO)
        .since("3.2.0")
        .summary("Returns the distance between two members of a geospatial index.")
        .complexity("O(log(N)), N being the number of points of the index")
        .flags(READONLY)
        .key("key", RO, ACCESS)
        .string("member1")
        .string("member2")
        .optional(Unit.argument());
  }

  @Override
  public void run(Call call) {
    Unit unit = call.count() >= 5 ? unit(call) : Unit.M;
    ZsetValue set = call.database().zset(call.key(1));
    if (set == null || !set.find(call.argument(2))) {
      call.reply().nil();
      return;
    }
    double first = set.score();
    if (!set.find(call.argument(3))) {
      call.reply().nil();
      return;
    }
    double second = set.score();
    double meters =
        Earth.distance(
            Grid.longitude(first),
            Grid.latitude(first),
            Grid.longitude(second),
            Grid.latitude(second));
    Search.distance(call, meters, unit);
  }

  private static Unit unit(Call call) {
    if (call.count() > 5) {
      throw ErrorReply.SYNTAX.exception();
    }
    return Unit.of(call, 4);
  }
}
