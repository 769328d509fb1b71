package io.jacinth.commands.generic;

import static io.jacinth.engine.spec.Argument.integer;
import static io.jacinth.engine.spec.Argument.word;
import static io.jacinth.engine.spec.CommandFlag.DENYOOM;
import static io.jacinth.engine.spec.CommandFlag.WRITE;
import static io.jacinth.engine.spec.KeyFlag.OW;
import static io.jacinth.engine.spec.KeyFlag.UPDATE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.Payloads;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.error.ErrorReply;
import io.jacinth.engine.keyspace.Database;
import io.jacinth.engine.keyspace.Entry;
import io.jacinth.engine.keyspace.Key;
import io.jacinth.engine.keyspace.KeyEvent;
import io.jacinth.engine.propagation.Propagation;
import io.jacinth.engine.spec.AclCategory;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.protocol.Slice;

/**
 * {@code RESTORE key ttl serialized-value [REPLACE] [ABSTTL] [IDLETIME seconds] [FREQ frequency]}:
 * makes a key of what DUMP has answered. The payload is read to its end before anything is changed.
 */
final class Restore implements Command {
  private static final long NONE = -1;

  /** The options of one call. */
  private record Options(boolean replaces, boolean isAbsolute, long idleSeconds, long frequency) {}

  @Override
  public CommandSpec spec() {
    return CommandSpec.named("RESTORE")
        .in(CommandGroup.GENERIC)
        .since("2.6.0")
        .summary("Makes a key of a value in the form that DUMP answers.")
        .complexity("O(N), N being the size of the value; O(N*log(N)) for sorted sets")
        .flags(WRITE, DENYOOM)
        .categories(AclCategory.DANGEROUS)
        .key("key", OW, UPDATE)
        .integer("ttl")
        .string("serialized-value")
        .optional(word("REPLACE").since("3.0.0"))
        .optional(word("ABSTTL").since("5.0.0"))
        .optional(integer("seconds").token("IDLETIME").since("5.0.0"))
        .optional(integer("frequency").token("FREQ").since("5.0.0"));
  }

  @Override
  public void run(Call call) {
    Options options = options(call);
    Database database = call.database();
    Key key = call.key(1);
    boolean exists = database.exists(key);
    if (exists && !options.replaces) {
      throw new CommandException("BUSYKEY Target key name already exists.");
    }
    long deadline = deadline(call, options);
    Slice payload = call.argument(3);
    Payloads payloads = call.engine().payloads();
    if (!payloads.isIntact(payload)) {
      throw new CommandException("ERR DUMP payload version or checksum are wrong");
    }
    if (!payloads.isSound(payload)) {
      throw new CommandException("ERR Bad data format");
    }
    restore(call, payload, deadline, options);
    call.reply().ok();
  }

  private static Options options(Call call) {
    boolean replaces = false;
    boolean isAbsolute = false;
    long idleSeconds = NONE;
    long frequency = NONE;
    for (int i = 4; i < call.count(); i++) {
      boolean hasNext = i + 1 < call.count();
      if (call.is(i, "REPLACE")) {
        replaces = true;
      } else if (call.is(i, "ABSTTL")) {
        isAbsolute = true;
      } else if (call.is(i, "IDLETIME") && hasNext && frequency == NONE) {
        idleSeconds = call.integer(++i);
        if (idleSeconds < 0) {
          throw new CommandException("ERR Invalid IDLETIME value, must be >= 0");
        }
      } else if (call.is(i, "FREQ") && hasNext && idleSeconds == NONE) {
        frequency = call.integer(++i);
        if (frequency < 0 || frequency > 255) {
          throw new CommandException("ERR Invalid FREQ value, must be >= 0 and <= 255");
        }
      } else {
        throw ErrorReply.SYNTAX.exception();
      }
    }
    return new Options(replaces, isAbsolute, idleSeconds, frequency);
  }

  private static long deadline(Call call, Options options) {
    long ttl = call.integer(2);
    if (ttl < 0) {
      throw new CommandException("ERR Invalid TTL value, must be >= 0");
    }
    return ttl == 0 ? Entry.NO_DEADLINE : options.isAbsolute ? ttl : call.nowMillis() + ttl;
  }

  private static void write(Call call, long deadline, Options options) {
    Propagation words = call.propagation().instead("RESTORE").word(call.argument(1));
    words.word(Math.max(deadline, 0)).word(call.argument(3)).word("REPLACE").word("ABSTTL");
    if (options.idleSeconds != NONE) {
      words.word("IDLETIME").word(options.idleSeconds);
    } else if (options.frequency != NONE) {
      words.word("FREQ").word(options.frequency);
    }
  }

  private static void restore(Call call, Slice payload, long deadline, Options options) {
    Database database = call.database();
    Key key = call.key(1);
    if (deadline != Entry.NO_DEADLINE && deadline <= call.expiryMillis()) {
      call.propagation().instead("DEL").word(key.bytes());
      database.delete(key, KeyEvent.DEL);
      return;
    }
    write(call, deadline, options);
    database.clear(key);
    call.engine().payloads().restore(database, key, payload);
    database.restored(key, deadline, options.idleSeconds, options.frequency);
  }
}
