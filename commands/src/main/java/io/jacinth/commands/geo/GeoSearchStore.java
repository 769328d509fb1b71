package io.jacinth.commands.geo;

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

/**
 * {@code GEOSEARCHSTORE destination source FROMMEMBER member|FROMLONLAT longitude latitude BYRADIUS
 * radius unit|BYBOX width height unit [options] [STOREDIST]}: puts the points in a circle or a box
 * under another key, as they are or with their distances as scores. {@link Search} does the work.
 */
final class GeoSearchStore implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("GEOSEARCHSTORE")
        .in(CommandGroup.GEO)
        .since("6.2.0")
        .summary("Stores the points of a geospatial index in a circle or a box under another key.")
        .complexity(
            "O(N+log(M)), N being the number of points in the grid cells around the area and M the number of"
                + " points of the index")
        .flags(WRITE, DENYOOM)
        .key("destination", OW, UPDATE)
        .key("source", RO, ACCESS)
        .argument(GeoArguments.from())
        .argument(GeoArguments.by())
        .optional(GeoArguments.order())
        .optional(GeoArguments.count(false))
        .optional(word("STOREDIST"));
  }

  @Override
  public void run(Call call) {
    Search.run(call, SearchKind.SEARCH_STORE);
  }
}
