package io.jacinth.commands.hyperloglog;

import static io.jacinth.engine.spec.CommandFlag.ADMIN;
import static io.jacinth.engine.spec.CommandFlag.DENYOOM;
import static io.jacinth.engine.spec.CommandFlag.WRITE;
import static io.jacinth.engine.spec.KeyFlag.ACCESS;
import static io.jacinth.engine.spec.KeyFlag.RW;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.keyspace.Key;
import io.jacinth.engine.keyspace.KeyEvent;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.protocol.Slice;

/**
 * {@code PFDEBUG GETREG | DECODE | ENCODING | TODENSE key}: looks into a HyperLogLog. GETREG makes
 * it dense, too.
 */
final class PfDebug implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("PFDEBUG")
        .in(CommandGroup.HYPERLOGLOG)
        .since("2.8.9")
        .summary("Shows the registers or the form of a HyperLogLog.")
        .complexity("N/A")
        .systemCommand()
        .flags(WRITE, DENYOOM, ADMIN)
        .string("subcommand")
        .key("key", RW, ACCESS);
  }

  @Override
  public void run(Call call) {
    Key key = call.key(2);
    Slice old = call.database().stringToChange(key);
    if (old == null) {
      throw new CommandException("ERR The specified key does not exist");
    }
    HyperLogLog.check(old);
    Slice value = call.database().openString(key, old.length());
    if (call.is(1, "GETREG")) {
      becomeDense(call, key, value);
      answerRegisters(call, value);
    } else if (call.is(1, "DECODE")) {
      answerRuns(call, value);
    } else if (call.is(1, "ENCODING")) {
      call.reply().status(HyperLogLog.isDense(value) ? "dense" : "sparse");
    } else if (call.is(1, "TODENSE")) {
      call.reply().integer(becomeDense(call, key, value) ? 1 : 0);
    } else {
      throw new CommandException("ERR Unknown PFDEBUG subcommand '" + call.quoted(1) + "'");
    }
  }

  private static boolean becomeDense(Call call, Key key, Slice value) {
    if (HyperLogLog.isDense(value)) {
      return false;
    }
    Registers.becomeDense(call.database(), key, value, Registers.memory(call));
    call.database().stringChanged(key, KeyEvent.SILENT, 1);
    return true;
  }

  private static void answerRegisters(Call call, Slice value) {
    call.reply().array(HyperLogLog.REGISTERS);
    long at = value.offset() + HyperLogLog.HEADER_BYTES;
    for (int i = 0; i < HyperLogLog.REGISTERS; i++) {
      call.reply().integer(DenseRegisters.get(value.segment(), at, i));
    }
  }

  /** Answers the runs of a sparse one as text. */
  private static void answerRuns(Call call, Slice value) {
    if (HyperLogLog.isDense(value)) {
      throw new CommandException("ERR HLL encoding is not sparse");
    }
    StringBuilder text = new StringBuilder();
    int at = HyperLogLog.HEADER_BYTES;
    while (at < value.length()) {
      int first = value.at(at) & 0xFF;
      if (SparseRegisters.isValues(first)) {
        text.append("v:").append(SparseRegisters.value(first)).append(',');
      } else {
        text.append(SparseRegisters.isLongZeros(first) ? "Z:" : "z:");
      }
      text.append(SparseRegisters.registers(value, at)).append(' ');
      at += SparseRegisters.bytes(first);
    }
    call.reply().bulk(text.toString().stripTrailing());
  }
}
