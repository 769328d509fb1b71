package io.jacinth.commands.geo;

import static io.jacinth.engine.spec.Argument.word;
import static io.jacinth.engine.spec.CommandFlag.READONLY;
import static io.jacinth.engine.spec.KeyFlag.ACCESS;
import static io.jacinth.engine.spec.KeyFlag.RO;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/**
 * {@code GEOSEARCH key FROMMEMBER member|FROMLONLAT longitude latitude BYRADIUS radius unit|BYBOX
 * width height unit [options]}: the points in a circle or a box. {@link Search} does the work.
 */
final class GeoSearch implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("GEOSEARCH")
        .in(CommandGroup.GEO)
        .since("6.2.0")
        .summary("Returns the points of a geospatial index in a circle or a box.")
        .complexity(
            "O(N+log(M)), N being the number of points in the grid cells around the area and M the number of"
                + " points of the index")
        .flags(READONLY)
        .key("key", RO, ACCESS)
        .argument(GeoArguments.from())
        .argument(GeoArguments.by())
        .optional(GeoArguments.order())
        .optional(GeoArguments.count(false))
        .optional(word("WITHCOORD"))
        .optional(word("WITHDIST"))
        .optional(word("WITHHASH"));
  }

  @Override
  public void run(Call call) {
    Search.run(call, SearchKind.SEARCH);
  }
}
