package io.jacinth.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.testkit.JacinthUnderTest;
import io.jacinth.testkit.TestConnection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The events that a flight recording has of slow commands and stalled loops. */
class FlightRecorderTest {
  private static List<RecordedEvent> record(Path directory, Runnable action) throws Exception {
    Path file = directory.resolve("test.jfr");
    try (Recording recording = new Recording()) {
      recording.enable("jacinth.SlowCommand");
      recording.enable("jacinth.LoopStall");
      recording.start();
      action.run();
      recording.stop();
      recording.dump(file);
    }
    return RecordingFile.readAllEvents(file);
  }

  private static List<RecordedEvent> named(List<RecordedEvent> events, String name) {
    return events.stream().filter(event -> event.getEventType().getName().equals(name)).toList();
  }

  @Test
  void hasSlowCommandsAndStalls(@TempDir Path directory) throws Exception {
    try (JacinthUnderTest server = JacinthUnderTest.start("--enable-debug-command", "yes");
        TestConnection connection = TestConnection.open(server)) {
      List<RecordedEvent> events =
          record(
              directory,
              () -> {
                connection.send("PING").expect("PONG");
                connection.send("DEBUG", "SLEEP", "0.03").expect("OK");
              });
      List<RecordedEvent> slow = named(events, "jacinth.SlowCommand");
      assertThat(slow).hasSize(1);
      assertThat(slow.getFirst().getString("command")).isEqualTo("debug");
      assertThat(slow.getFirst().getInt("arguments")).isEqualTo(3);
      assertThat(slow.getFirst().getDuration("timeTaken")).isEqualTo(Duration.ofMillis(30));
      assertThat(slow.getFirst().getLong("replySize")).isEqualTo(5);
      assertThat(slow.getFirst().getString("client")).startsWith("127.0.0.1:");
      assertThat(named(events, "jacinth.LoopStall"))
          .anySatisfy(
              stall -> {
                assertThat(stall.getString("cause")).isEqualTo("requests");
                assertThat(stall.getDuration("timeTaken")).isEqualTo(Duration.ofMillis(30));
              });
    }
  }

  @Test
  void followsTheThresholds(@TempDir Path directory) throws Exception {
    try (JacinthUnderTest server =
            JacinthUnderTest.start(
                "--enable-debug-command",
                "yes",
                "--slowlog-log-slower-than",
                "-1",
                "--loop-stall-threshold",
                "50");
        TestConnection connection = TestConnection.open(server)) {
      List<RecordedEvent> events =
          record(directory, () -> connection.send("DEBUG", "SLEEP", "0.03").expect("OK"));
      assertThat(named(events, "jacinth.SlowCommand")).isEmpty();
      assertThat(named(events, "jacinth.LoopStall")).isEmpty();
    }
  }
}
