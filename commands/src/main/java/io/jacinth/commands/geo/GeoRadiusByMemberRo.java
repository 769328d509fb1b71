package io.jacinth.commands.geo;

import static io.jacinth.engine.spec.CommandFlag.READONLY;
import static io.jacinth.engine.spec.KeyFlag.ACCESS;
import static io.jacinth.engine.spec.KeyFlag.RO;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/**
 * {@code GEORADIUSBYMEMBER_RO key member radius M|KM|FT|MI [options]}: the points in a circle
 * around a member. {@link Search} does the work.
 */
final class GeoRadiusByMemberRo implements Command {
  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        CommandSpec.named("GEORADIUSBYMEMBER_RO")
            .in(CommandGroup.GEO)
            .since("3.2.10")
            .summary("Returns the points of a geospatial index within a distance of one of them.")
            .complexity(
                "O(N+log(M)), N being the number of points in the grid cells around the area and M the number of"
                    + " points of the index")
            .flags(READONLY)
            .deprecated("6.2.0", "`GEOSEARCH` with the `BYRADIUS` and `FROMMEMBER` arguments")
            .key("key", RO, ACCESS)
            .string("member")
            .real("radius")
            .argument(Unit.argument());
    return GeoArguments.radiusOptions(spec, false);
  }

  @Override
  public void run(Call call) {
    Search.run(call, SearchKind.BY_MEMBER_RO);
  }
}
