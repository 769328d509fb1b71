package io.jacinth.scripting;

import io.jacinth.engine.Call;
import io.jacinth.engine.ScriptCalls;
import io.jacinth.engine.error.CommandException;
import io.jacinth.lua.Continuation;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A transaction with scripts in it. When one of them turns out to run long, the whole leaves its
 * loop; when that script has ended, it comes back and goes on there, with commands that may be
 * about its client. Owned by whoever runs it.
 */
final class TransactionJourney {
  private final Runner runner;
  private final ScriptCalls calls;
  private final Supplier<byte[]> reply;
  private final Continuation journey;
  private final long startNanos;
  private Call call;
  private @Nullable Throwable failure;

  TransactionJourney(
      Runner runner, ScriptCalls calls, Call call, Runnable body, Supplier<byte[]> reply) {
    this.runner = runner;
    this.calls = calls;
    this.call = call;
    this.reply = reply;
    this.startNanos = calls.startNanos();
    this.journey = new Continuation(Continuation.Scope.SCRIPT, () -> attempt(body));
  }

  private void attempt(Runnable body) {
    try {
      body.run();
    } catch (RuntimeException | Error e) {
      failure = e;
    }
  }

  /** Runs it, to its end or to where it leaves the loop. */
  void run() {
    journey.run();
    if (!journey.isDone()) {
      call = calls.leaveLoop(call);
      travel();
      return;
    }
    runner.endTransaction();
    byte[] answer = reply.get();
    switch (failure) {
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      case null, default -> calls.answer(answer);
    }
  }

  private void travel() {
    runner.travels(
        () -> {
          calls.adopt();
          journey.run();
          calls.backOnLoop(call, this::arrive);
        });
  }

  /** Goes on behind the script that ran long. */
  private void arrive() {
    runner.arrived();
    calls.adopt();
    if (!journey.isDone()) {
      journey.run();
    }
    if (journey.isDone()) {
      runner.endTransaction();
      calls.answerLate(call, startNanos, answer());
    } else {
      calls.leaveLoopAgain();
      travel();
    }
  }

  private byte[] answer() {
    byte[] answer = reply.get();
    return switch (failure) {
      case CommandException e -> calls.errorFor(call, e.text());
      case Throwable e -> {
        calls.engine().host().fault("running a transaction", e);
        yield calls.errorFor(call, "ERR internal error");
      }
      case null -> answer;
    };
  }
}
