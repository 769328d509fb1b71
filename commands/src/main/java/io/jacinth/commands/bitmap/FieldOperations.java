package io.jacinth.commands.bitmap;

import io.jacinth.engine.Call;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.error.ErrorReply;
import io.jacinth.engine.keyspace.Key;
import io.jacinth.engine.keyspace.KeyEvent;
import io.jacinth.protocol.Slice;
import org.jspecify.annotations.Nullable;

/**
 * The operations of BITFIELD, gone through twice: once to find what is wrong with them and how long
 * the string must be, once to perform them. Nothing is changed unless all are sound.
 */
final class FieldOperations {
  private static final CommandException READ_ONLY =
      new CommandException("ERR BITFIELD_RO only supports the GET subcommand");

  private enum Kind {
    GET(3),
    SET(4),
    INCRBY(4),
    OVERFLOW(2);

    /** The arguments that it takes, its name included. */
    private final int words;

    Kind(int words) {
      this.words = words;
    }
  }

  private FieldOperations() {}

  static void run(Call call, boolean isReadOnly) {
    int count = 0;
    long lastWritten = -1;
    Kind kind;
    for (int i = 2; i < call.count(); i += kind.words) {
      kind = kind(call, i);
      if (kind == Kind.OVERFLOW) {
        Overflow.of(call, i + 1);
        continue;
      }
      count++;
      FieldType type = FieldType.of(call.argument(i + 1));
      long position = BitOffsets.position(call, i + 2, type.bits());
      if (kind != Kind.GET) {
        lastWritten = Math.max(lastWritten, position + type.bits() - 1);
        call.integer(i + 3);
      }
    }
    if (lastWritten < 0) {
      Slice value = call.database().string(call.key(1));
      call.reply().array(count);
      perform(call, value == null ? Slice.EMPTY : value, false);
    } else if (isReadOnly) {
      throw READ_ONLY;
    } else {
      write(call, count, (int) (lastWritten >>> 3) + 1);
    }
  }

  private static Kind kind(Call call, int index) {
    Kind kind = named(call, index);
    if (kind == null || index + kind.words > call.count()) {
      throw ErrorReply.SYNTAX.exception();
    }
    return kind;
  }

  private static @Nullable Kind named(Call call, int index) {
    Slice word = call.argument(index);
    if (word.is("GET")) {
      return Kind.GET;
    }
    if (word.is("SET")) {
      return Kind.SET;
    }
    if (word.is("INCRBY")) {
      return Kind.INCRBY;
    }
    return word.is("OVERFLOW") ? Kind.OVERFLOW : null;
  }

  private static void write(Call call, int count, int neededLength) {
    Key key = call.key(1);
    Slice old = call.database().stringToChange(key);
    int oldLength = old == null ? 0 : old.length();
    Slice bytes = call.database().openString(key, Math.max(oldLength, neededLength));
    call.reply().array(count);
    int changes = perform(call, bytes, neededLength > oldLength);
    if (changes > 0) {
      call.database().stringChanged(key, KeyEvent.SETBIT, changes);
    }
  }

  /**
   * Performs and answers the operations.
   *
   * @param isGrown whether the string is longer than it was: a change, even where no write came
   *     about; Redis leaves that out of its log
   * @return the changes
   */
  private static int perform(Call call, Slice bytes, boolean isGrown) {
    int changes = 0;
    Overflow overflow = Overflow.WRAP;
    Kind kind;
    for (int i = 2; i < call.count(); i += kind.words) {
      kind = kind(call, i);
      if (kind == Kind.OVERFLOW) {
        overflow = Overflow.of(call, i + 1);
        continue;
      }
      FieldType type = FieldType.of(call.argument(i + 1));
      long position = BitOffsets.position(call, i + 2, type.bits());
      long old = type.read(bytes, position);
      if (kind == Kind.GET) {
        call.reply().integer(old);
      } else if (change(call, i + 3, type, position, bytes, old, kind, overflow) || isGrown) {
        changes++;
      }
    }
    return changes;
  }

  /** Writes a field and answers its new value, or its old one for SET; true where they differ. */
  private static boolean change(
      Call call,
      int index,
      FieldType type,
      long position,
      Slice bytes,
      long old,
      Kind kind,
      Overflow overflow) {
    long argument = call.integer(index);
    long value = kind == Kind.SET ? argument : old;
    long increment = kind == Kind.SET ? 0 : argument;
    int beyond = type.overflow(value, increment);
    if (beyond != 0 && overflow == Overflow.FAIL) {
      call.reply().nil();
      return false;
    }
    long result =
        beyond == 0 || overflow == Overflow.WRAP
            ? type.wrap(value + increment)
            : beyond > 0 ? type.most() : type.least();
    type.write(bytes, position, result);
    call.reply().integer(kind == Kind.SET ? old : result);
    return result != old;
  }
}
