package io.jacinth.commands.bitmap;

import static io.jacinth.engine.spec.Argument.oneOf;
import static io.jacinth.engine.spec.Argument.word;
import static io.jacinth.engine.spec.CommandFlag.DENYOOM;
import static io.jacinth.engine.spec.CommandFlag.WRITE;
import static io.jacinth.engine.spec.KeyFlag.ACCESS;
import static io.jacinth.engine.spec.KeyFlag.OW;
import static io.jacinth.engine.spec.KeyFlag.RO;
import static io.jacinth.engine.spec.KeyFlag.UPDATE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.error.ErrorReply;
import io.jacinth.engine.keyspace.Key;
import io.jacinth.engine.keyspace.KeyEvent;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.protocol.Slice;
import java.lang.foreign.MemorySegment;

/**
 * {@code BITOP operation destkey key...}: stores what an operation makes of the bits of strings and
 * answers its length, which is that of the longest; the key goes where that is 0. What the
 * destination held, of any type, is replaced.
 */
final class BitOp implements Command {
  /** Positions of the first source and of the destination. */
  private static final int FIRST = 3;

  private static final int TARGET = 2;

  /** Strings up to this length may lie in memory of the key's view, which others take over. */
  private static final int INTEGER_BYTES = 20;

  @Override
  public CommandSpec spec() {
    return CommandSpec.named("BITOP")
        .in(CommandGroup.BITMAP)
        .since("2.6.0")
        .summary("Combines the bits of strings and stores the result in another key.")
        .complexity("O(N), N being the sum of the strings' lengths")
        .flags(WRITE, DENYOOM)
        .argument(
            oneOf(
                "operation",
                word("AND"),
                word("OR"),
                word("XOR"),
                word("NOT"),
                word("DIFF").since("8.2.0"),
                word("DIFF1").since("8.2.0"),
                word("ANDOR").since("8.2.0"),
                word("ONE").since("8.2.0")))
        .key("destkey", OW, UPDATE)
        .keys("key", RO, ACCESS);
  }

  @Override
  public void run(Call call) {
    BitOperation operation = BitOperation.named(call.argument(1));
    if (operation == null) {
      throw ErrorReply.SYNTAX.exception();
    }
    int count = call.count() - FIRST;
    operation.checkSources(count);
    MemorySegment workspace = call.workspace(BitTile.WORKSPACE + (long) count * INTEGER_BYTES);
    Slice[] sources = call.views(count);
    int length = read(call, sources, count, workspace);
    if (length == 0) {
      call.database().delete(call.key(TARGET), KeyEvent.DEL);
    } else {
      Slice target = call.database().overwriteString(call.key(TARGET), length, KeyEvent.SET);
      findTargetAgain(call, sources, count, target);
      BitTile.write(operation, sources, count, target, workspace);
    }
    call.reply().integer(length);
  }

  /** Gathers the sources, and answers the length of the longest. */
  private static int read(Call call, Slice[] sources, int count, MemorySegment workspace) {
    int longest = 0;
    long free = BitTile.WORKSPACE;
    for (int i = 0; i < count; i++) {
      Slice value = call.database().string(call.key(FIRST + i));
      Slice source = sources[i].set(value == null ? Slice.EMPTY : value);
      longest = Math.max(longest, source.length());
      if (source.length() <= INTEGER_BYTES) {
        source.copyTo(workspace, free);
        source.set(workspace, free, source.length());
        free += INTEGER_BYTES;
      }
    }
    return longest;
  }

  /** Where the destination is among the sources, its old bytes are those of the new string. */
  private static void findTargetAgain(Call call, Slice[] sources, int count, Slice target) {
    Key key = call.key(TARGET);
    for (int i = 0; i < count; i++) {
      Slice source = sources[i];
      if (source.length() > INTEGER_BYTES && call.argument(FIRST + i).contentEquals(key.bytes())) {
        source.set(target.segment(), target.offset(), source.length());
      }
    }
  }
}
