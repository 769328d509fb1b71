package io.jacinth.commands.geo;

import static io.jacinth.engine.spec.Argument.key;
import static io.jacinth.engine.spec.Argument.word;
import static io.jacinth.engine.spec.CommandFlag.DENYOOM;
import static io.jacinth.engine.spec.CommandFlag.WRITE;
import static io.jacinth.engine.spec.KeyFlag.ACCESS;
import static io.jacinth.engine.spec.KeyFlag.OW;
import static io.jacinth.engine.spec.KeyFlag.RO;
import static io.jacinth.engine.spec.KeyFlag.UPDATE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.spec.KeySpec;
import java.util.Set;

/**
 * {@code GEORADIUSBYMEMBER key member radius M|KM|FT|MI [options] [STORE key] [STOREDIST key]}: the
 * points in a circle around a member. {@link Search} does the work.
 */
final class GeoRadiusByMember implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("GEORADIUSBYMEMBER")
        .in(CommandGroup.GEO)
        .since("3.2.0")
        .summary(
            "Returns or stores the points of a geospatial index within a distance of one of them.")
        .complexity(
            "O(N+log(M)), N being the number of points in the grid cells around the area and M the number of"
                + " points of the index")
        .flags(WRITE, DENYOOM)
        .deprecated(
            "6.2.0",
            "`GEOSEARCH` and `GEOSEARCHSTORE` with the `BYRADIUS` and `FROMMEMBER` arguments")
        .key("key", RO, ACCESS)
        .string("member")
        .real("radius")
        .argument(Unit.argument())
        .optional(word("WITHCOORD"))
        .optional(word("WITHDIST"))
        .optional(word("WITHHASH"))
        .optional(GeoArguments.count(false))
        .optional(GeoArguments.order())
        .optional(key("key", OW, UPDATE).token("STORE"))
        .optional(key("key", OW, UPDATE).token("STOREDIST"))
        .keySpec(KeySpec.single(1, Set.of(RO, ACCESS)))
        .keySpec(target("STORE"))
        .keySpec(target("STOREDIST"));
  }

  private static KeySpec target(String word) {
    return new KeySpec(
        new KeySpec.Begin.Keyword(word, 5), new KeySpec.Find.Range(0, 1, 0), Set.of(OW, UPDATE));
  }

  @Override
  public void run(Call call) {
    Search.run(call, SearchKind.BY_MEMBER);
  }
}
