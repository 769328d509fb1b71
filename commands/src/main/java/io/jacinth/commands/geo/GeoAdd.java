package io.jacinth.commands.geo;

import static io.jacinth.engine.spec.Argument.block;
import static io.jacinth.engine.spec.Argument.oneOf;
import static io.jacinth.engine.spec.Argument.real;
import static io.jacinth.engine.spec.Argument.string;
import static io.jacinth.engine.spec.Argument.word;
import static io.jacinth.engine.spec.CommandFlag.DENYOOM;
import static io.jacinth.engine.spec.CommandFlag.WRITE;
import static io.jacinth.engine.spec.KeyFlag.RW;
import static io.jacinth.engine.spec.KeyFlag.UPDATE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.error.ErrorReply;
import io.jacinth.engine.keyspace.Key;
import io.jacinth.engine.keyspace.KeyEvent;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.value.ZsetValue;
import io.jacinth.protocol.Slice;

/**
 * {@code GEOADD key [NX|XX] [CH] longitude latitude member [longitude latitude member ...]}: adds
 * points or moves them. All points are checked before the key.
 */
final class GeoAdd implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("GEOADD")
        .in(CommandGroup.GEO)
        .since("3.2.0")
        .summary("Adds points to a geospatial index, or moves those that it has.")
        .complexity("O(log(N)) for each point, N being the number of points of the index")
        .flags(WRITE, DENYOOM)
        .key("key", RW, UPDATE)
        .optional(oneOf("condition", word("NX"), word("XX")).since("6.2.0"))
        .optional(word("change", "CH").since("6.2.0"))
        .argument(
            block(
                    "longitude_latitude_member",
                    real("longitude"),
                    real("latitude"),
                    string("member"))
                .multiple());
  }

  @Override
  public void run(Call call) {
    boolean isOnlyNew = false;
    boolean isOnlyOld = false;
    boolean countsChanges = false;
    int first = 2;
    for (; first < call.count(); first++) {
      if (call.is(first, "NX")) {
        isOnlyNew = true;
      } else if (call.is(first, "XX")) {
        isOnlyOld = true;
      } else if (call.is(first, "CH")) {
        countsChanges = true;
      } else {
        break;
      }
    }
    check(call, first, isOnlyNew && isOnlyOld);
    long counts = put(call, first, isOnlyNew, isOnlyOld);
    long added = counts >>> 32;
    call.reply().integer(countsChanges ? added + (int) counts : added);
  }

  private static void check(Call call, int first, boolean isContradiction) {
    int words = call.count() - first;
    if (words == 0 || words % 3 != 0 || isContradiction) {
      throw ErrorReply.SYNTAX.exception();
    }
    for (int i = first; i < call.count(); i += 3) {
      GeoArguments.longitude(call, i);
    }
  }

  /** Adds and moves points; answers how many were added, in the upper half, and how many moved. */
  private static long put(Call call, int first, boolean isOnlyNew, boolean isOnlyOld) {
    Key key = call.key(1);
    ZsetValue set = isOnlyOld ? call.database().zsetToChange(key) : call.database().zsetToFill(key);
    int added = 0;
    int moved = 0;
    if (set == null) {
      return 0;
    }
    try {
      for (int i = first; i < call.count(); i += 3) {
        double score = score(call, i);
        Slice member = call.argument(i + 2);
        if (!set.find(member)) {
          if (!isOnlyOld) {
            set.add(member, score);
            added++;
          }
        } else if (!isOnlyNew && set.score() != score) {
          set.rescore(member, score);
          moved++;
        }
      }
    } finally {
      if (added + moved > 0) {
        call.database().changed(key, KeyEvent.ZADD, (long) added + moved);
      }
    }
    return (long) added << 32 | moved;
  }

  private static double score(Call call, int index) {
    double longitude = GeoArguments.longitude(call, index);
    return Grid.cell(longitude, GeoArguments.latitude(call, index), Grid.FINEST);
  }
}
