package io.jacinth.commands.geo;

import static io.jacinth.engine.spec.Argument.string;
import static io.jacinth.engine.spec.CommandFlag.READONLY;
import static io.jacinth.engine.spec.KeyFlag.ACCESS;
import static io.jacinth.engine.spec.KeyFlag.RO;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.protocol.Reply;

/** {@code GEOPOS key [member [member ...]]}: longitude and latitude of members. */
final class GeoPos implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("GEOPOS")
        .in(CommandGroup.GEO)
        .since("3.2.0")
        .summary("Returns the longitude and latitude of members of a geospatial index.")
        .complexity("O(log(N)) for each member, N being the number of points of the index")
        .flags(READONLY)
        .key("key", RO, ACCESS)
        .argument(string("member").multiple())
        .arity(-2);
  }

  @Override
  public void run(Call call) {
    GeoArguments.answerMembers(call, Search::point, Reply::nilArray);
  }
}
