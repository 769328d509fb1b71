package io.jacinth.commands.generic;

import static io.jacinth.engine.spec.CommandFlag.FAST;
import static io.jacinth.engine.spec.CommandFlag.WRITE;
import static io.jacinth.engine.spec.KeyFlag.ACCESS;
import static io.jacinth.engine.spec.KeyFlag.RW;
import static io.jacinth.engine.spec.KeyFlag.UPDATE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.error.ErrorReply;
import io.jacinth.engine.keyspace.Database;
import io.jacinth.engine.keyspace.Key;
import io.jacinth.engine.keyspace.KeyEvent;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/**
 * {@code MOVE key db}: moves a key to another database if it has no such key; 1 if it was moved,
 * else 0.
 */
final class Move implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("MOVE")
        .in(CommandGroup.GENERIC)
        .since("1.0.0")
        .summary("Moves a key to another database, unless that has such a key.")
        .complexity("O(1)")
        .flags(WRITE, FAST)
        .key("key", RW, ACCESS, UPDATE)
        .integer("db");
  }

  @Override
  public void run(Call call) {
    Database source = call.database();
    Database target = call.database(call.int32(2));
    if (target == source) {
      throw ErrorReply.SAME_OBJECT.exception();
    }
    Key key = call.key(1);
    Key there = call.keyAgain(1);
    boolean moves = source.find(key) != null && target.find(there) == null;
    if (moves) {
      source.move(key, target, there, KeyEvent.MOVE_FROM, KeyEvent.MOVE_TO);
    }
    call.reply().integer(moves ? 1 : 0);
  }
}
