package io.jacinth.commands.geo;

import static io.jacinth.engine.spec.CommandFlag.READONLY;
import static io.jacinth.engine.spec.KeyFlag.ACCESS;
import static io.jacinth.engine.spec.KeyFlag.RO;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/**
 * {@code GEORADIUS_RO key longitude latitude radius M|KM|FT|MI [options]}: the points in a circle.
 * {@link Search} does the work.
 */
final class GeoRadiusRo implements Command {
  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        CommandSpec.named("GEORADIUS_RO")
            .in(CommandGroup.GEO)
            .since("3.2.10")
            .summary("Returns the points of a geospatial index within a distance of a point.")
            .complexity(
                "O(N+log(M)), N being the number of points in the grid cells around the area and M the number of"
                    + " points of the index")
            .flags(READONLY)
            .deprecated("6.2.0", "`GEOSEARCH` with the `BYRADIUS` argument")
            .key("key", RO, ACCESS)
            .real("longitude")
            .real("latitude")
            .real("radius")
            .argument(Unit.argument());
    return GeoArguments.radiusOptions(spec, true);
  }

  @Override
  public void run(Call call) {
    Search.run(call, SearchKind.RADIUS_RO);
  }
}
