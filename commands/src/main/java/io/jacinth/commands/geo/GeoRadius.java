package io.jacinth.commands.geo;

import static io.jacinth.engine.spec.CommandFlag.DENYOOM;
import static io.jacinth.engine.spec.CommandFlag.WRITE;
import static io.jacinth.engine.spec.KeyFlag.ACCESS;
import static io.jacinth.engine.spec.KeyFlag.RO;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/**
 * {@code GEORADIUS key longitude latitude radius M|KM|FT|MI [options] [STORE key] [STOREDIST key]}:
 * the points in a circle. {@link Search} does the work.
 */
final class GeoRadius implements Command {
  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        CommandSpec.named("GEORADIUS")
            .in(CommandGroup.GEO)
            .since("3.2.0")
            .summary(
                "Returns or stores the points of a geospatial index within a distance of a point.")
            .complexity(
                "O(N+log(M)), N being the number of points in the grid cells around the area and M the number of"
                    + " points of the index")
            .flags(WRITE, DENYOOM)
            .deprecated("6.2.0", "`GEOSEARCH` and `GEOSEARCHSTORE` with the `BYRADIUS` argument")
            .key("key", RO, ACCESS)
            .real("longitude")
            .real("latitude")
            .real("radius")
            .argument(Unit.argument());
    return GeoArguments.storing(GeoArguments.radiusOptions(spec, true), 6);
  }

  @Override
  public void run(Call call) {
    Search.run(call, SearchKind.RADIUS);
  }
}
