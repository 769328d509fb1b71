package io.jacinth.benchmarks.jmh;

import io.jacinth.protocol.RequestParser;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A request out of a pipeline of a hundred: the time to find its arguments. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class RequestParserBenchmark {

  private static final int PIPELINE = 100;

  /** The form of the requests. */
  public enum Form {
    GET("*2\r\n$3\r\nGET\r\n$16\r\nkey:000000000042\r\n"),
    SET("*3\r\n$3\r\nSET\r\n$16\r\nkey:000000000042\r\n$3\r\nxxx\r\n"),
    SET_LONG("*3\r\n$3\r\nSET\r\n$16\r\nkey:000000000042\r\n$200\r\n" + "x".repeat(200) + "\r\n"),
    INLINE("GET key:000000000042\r\n");

    private final String text;

    Form(String text) {
      this.text = text;
    }
  }

  @Param private Form form = Form.GET;

  private final RequestParser parser = new RequestParser();
  private MemorySegment buffer = MemorySegment.NULL;
  private int limit;

  @Setup
  public void fill() {
    byte[] bytes = form.text.repeat(PIPELINE).getBytes(StandardCharsets.US_ASCII);
    buffer = Arena.ofAuto().allocate(bytes.length + (long) RequestParser.SLACK, 64);
    MemorySegment.copy(MemorySegment.ofArray(bytes), 0, buffer, 0, bytes.length);
    limit = bytes.length;
  }

  @Benchmark
  @OperationsPerInvocation(PIPELINE)
  public int parse() {
    parser.reset(buffer, 0, limit);
    int arguments = 0;
    while (parser.next() == RequestParser.REQUEST) {
      arguments += parser.count();
    }
    return arguments;
  }
}
