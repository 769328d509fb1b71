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

/**
 * {@code GEOHASH key [member [member ...]]}: the points of members as geohash strings, which cut
 * the Earth from pole to pole: eleven letters of five bits, of which the last is always 0.
 */
final class GeoHash implements Command {
  private static final String LETTERS = "0123456789bcdefghjkmnpqrstuvwxyz";
  private static final int LENGTH = 11;
  private static final int LETTER_BITS = 5;

  @Override
  public CommandSpec spec() {
    return CommandSpec.named("GEOHASH")
        .in(CommandGroup.GEO)
        .since("3.2.0")
        .summary("Returns the points of members of a geospatial index as geohash strings.")
        .complexity("O(log(N)) for each member, N being the number of points of the index")
        .flags(READONLY)
        .key("key", RO, ACCESS)
        .argument(string("member").multiple())
        .arity(-2);
  }

  @Override
  public void run(Call call) {
    GeoArguments.answerMembers(call, GeoHash::answer, Reply::nil);
  }

  private static void answer(Call call, double score) {
    call.reply().bulk(text(score));
  }

  private static String text(double score) {
    long cell = Grid.standardCell(Grid.longitude(score), Grid.latitude(score));
    StringBuilder text = new StringBuilder(LENGTH);
    int shift = 2 * Grid.FINEST;
    for (int i = 1; i < LENGTH; i++) {
      shift -= LETTER_BITS;
      text.append(LETTERS.charAt((int) (cell >>> shift) & (1 << LETTER_BITS) - 1));
    }
    return text.append(LETTERS.charAt(0)).toString();
  }
}
