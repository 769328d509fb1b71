package io.jacinth.persistence;

import io.jacinth.persistence.rdb.RdbEndException;
import io.jacinth.persistence.rdb.RdbException;
import io.jacinth.persistence.rdb.RdbFileReader;
import io.jacinth.persistence.rdb.RdbFileSink;
import io.jacinth.persistence.rdb.RdbInput;
import io.jacinth.persistence.rdb.RdbType;
import io.jacinth.persistence.rdb.ValueReader;
import io.jacinth.protocol.Slice;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Reads a snapshot to its end, without keeping anything of it, and says whether it is sound, in the
 * words of redis-check-rdb.
 */
public final class RdbCheck implements RdbFileSink {
  /** What {@link #run} answers for a file that is not sound. */
  public static final long UNSOUND = -1;

  private static final int NO_TYPE = -1;

  private final PrintStream out;
  private final long nowMillis;
  private RdbInput in = new RdbInput(MemorySegment.NULL, 0, 0);
  private String doing = "start";
  private @Nullable String key;

  /** Of the value that is being read; redis-check-rdb tells of type 0 before the first, too. */
  private int type;

  private long keys;
  private long deadlines;
  private long expired;

  public RdbCheck(PrintStream out, long nowMillis) {
    this.out = out;
    this.nowMillis = nowMillis;
  }

  /**
   * Checks a file.
   *
   * @param name what the report calls it
   * @return where in the file the snapshot ends, or {@link #UNSOUND}
   */
  public long run(Path file, String name) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        RdbInput input = new RdbInput(channel, channel.size())) {
      in = input;
      say("Checking RDB file " + name);
      new RdbFileReader(in, this).read();
      say("\\o/ RDB looks OK! \\o/");
      counts();
      return in.position();
    } catch (RdbException e) {
      out.println("--- RDB ERROR DETECTED ---");
      say(
          e instanceof RdbEndException
              ? "Unexpected EOF reading RDB file"
              : String.valueOf(e.getMessage()));
      out.println("[additional info] While doing: " + doing);
      if (key != null) {
        out.println("[additional info] Reading key '" + key + "'");
      }
      if (type != NO_TYPE) {
        out.println("[additional info] Reading type " + type + " (" + RdbType.name(type) + ")");
      }
      counts();
      return UNSOUND;
    }
  }

  private void say(String text) {
    out.println("[offset " + in.position() + "] " + text);
  }

  private void counts() {
    out.println("[info] " + keys + " keys read");
    out.println("[info] " + deadlines + " expires");
    out.println("[info] " + expired + " already expired");
  }

  @Override
  public void version(int version) {
    doing = "read-type";
  }

  @Override
  public void fact(Slice name, Slice value) {
    say("AUX FIELD " + name + " = '" + value + "'");
  }

  @Override
  public void database(long index) {
    say("Selecting DB ID " + index);
  }

  @Override
  public void sizes(long keysToCome, long deadlinesToCome) {}

  @Override
  public void library(Slice code) {
    say("Function library of " + code.length() + " bytes");
  }

  @Override
  public void key(KeyFacts facts, RdbInput input) {
    doing = "read-object-value";
    key = facts.key.toString();
    type = facts.type;
    keys++;
    new ValueReader(input, new SoundnessCheck()).read(type);
    if (facts.deadlineMillis != KeyFacts.NONE) {
      deadlines++;
      if (facts.deadlineMillis < nowMillis) {
        expired++;
      }
    }
    key = null;
    type = NO_TYPE;
    doing = "read-type";
  }

  @Override
  public void end(long stored, long found) {
    doing = "check-sum";
    if (stored != 0 && stored != found) {
      throw new RdbException("RDB CRC error");
    }
    say(
        stored == 0
            ? "RDB file was saved with checksum disabled: no check performed."
            : "Checksum OK");
  }
}
