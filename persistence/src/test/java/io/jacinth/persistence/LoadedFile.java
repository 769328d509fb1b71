package io.jacinth.persistence;

import io.jacinth.engine.Clock;
import io.jacinth.engine.SystemClock;
import io.jacinth.engine.config.ServerSettings;
import io.jacinth.engine.keyspace.LockedWalk;
import io.jacinth.engine.keyspace.Moment;
import io.jacinth.engine.keyspace.Partitions;
import io.jacinth.engine.keyspace.Surroundings;
import io.jacinth.engine.keyspace.Usage;
import io.jacinth.engine.log.LogLevel;
import io.jacinth.engine.log.ServerLog;
import io.jacinth.memory.ArenaChunks;
import io.jacinth.persistence.rdb.RdbInput;
import io.jacinth.persistence.rdb.RdbOutput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;

/** What a server would hold that has loaded a file: partitions without a server around them. */
final class LoadedFile implements AutoCloseable {
  private static final Clock CLOCK = new SystemClock();

  private final ServerSettings settings = new ServerSettings(1, Path.of("").toAbsolutePath());
  final List<String> libraries = new ArrayList<>();
  final Partitions partitions;

  LoadedFile() {
    partitions = new Partitions(4, 16, 7, new ArenaChunks(Runnable::run), true);
  }

  /** Loads a file's bytes; the threads of the crew help where there is one. */
  LoadedFile load(byte[] file, boolean withCrew) {
    ServerLog silent =
        ServerLog.toStream(
            OutputStream.nullOutputStream(),
            () -> LogLevel.WARNING,
            1,
            InstantSource.system(),
            ZoneOffset.UTC);
    LoadContext context =
        new LoadContext(partitions, this::surroundings, settings, CLOCK, silent, libraries::add);
    if (!withCrew) {
      partitions.lockAll();
    }
    try (RdbInput in =
        new RdbInput(Channels.newChannel(new ByteArrayInputStream(file)), file.length)) {
      RdbLoad.Options options = new RdbLoad.Options(!withCrew, false, false);
      new RdbLoad(context, in, new LoadProgress(0, file.length), options).run();
    } finally {
      if (!withCrew) {
        partitions.unlockAll();
      }
    }
    return this;
  }

  private Surroundings surroundings() {
    SplittableRandom random = new SplittableRandom(7);
    Moment moment = new Moment(new Usage(random));
    moment.set(CLOCK.wallClockMicros() / 1000);
    return new Surroundings(moment, random, settings.encodings);
  }

  /** The records of all keys as a file would hold them, in an order of their own. */
  List<String> records() {
    List<String> records = new ArrayList<>();
    partitions.lockAll();
    try (RdbOutput out = new RdbOutput(false)) {
      Usage usage = surroundings().moment().usage();
      RecordWriter writer =
          new RecordWriter(out, new SaveOptions(false, true, RecordWriter.UseKept.NONE, usage));
      new LockedWalk(
              partitions,
              settings.encodings,
              (database, value) -> {
                writer.write(value);
                records.add(
                    database + " " + HexFormat.of().formatHex(writer.out().slice().toBytes()));
                writer.out().clear();
              })
          .run();
    } finally {
      partitions.unlockAll();
    }
    Collections.sort(records);
    return records;
  }

  static byte[] golden(String name) {
    try (var file = LoadedFile.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalArgumentException("no such file: " + name);
      }
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    partitions.check();
    partitions.close();
  }
}
