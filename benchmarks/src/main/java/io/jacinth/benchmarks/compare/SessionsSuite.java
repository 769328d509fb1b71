package io.jacinth.benchmarks.compare;

import static io.jacinth.benchmarks.compare.Bar.ratioAtLeast;
import static io.jacinth.benchmarks.compare.Bar.ratioAtMost;

import io.jacinth.benchmarks.compare.Conversation.Step;
import java.util.ArrayList;
import java.util.List;

/** What takes more than one request, or more than one client: transactions and pub/sub. */
final class SessionsSuite {
  private static final String PAYLOAD = "x".repeat(32);
  private static final String HEARD =
      "*3\r\n$7\r\nmessage\r\n$4\r\nnews\r\n$32\r\n" + PAYLOAD + "\r\n";

  private SessionsSuite() {}

  static List<Workload> workloads() {
    return List.of(
        transactions("multi-10-sets", "in one packet", 200_000, List.of(together(inSteps()))),
        transactions("multi-10-sets-stepwise", "one by one", 40_000, inSteps()),
        publish("publish-100", 50, 100, 40_000),
        publish("publish-100-alone", 1, 100, 20_000),
        new FanOutWorkload("fan-out-10000", 10_000, List.of(ratioAtMost(Metric.P99_MILLIS, 1.0))));
  }

  private static List<Step> inSteps() {
    List<Step> steps = new ArrayList<>();
    steps.add(new Step("*1\r\n$5\r\nMULTI\r\n", "+OK\r\n"));
    for (int i = 0; i < 10; i++) {
      String key = "talker:{t}:key:" + i;
      steps.add(
          new Step(
              "*3\r\n$3\r\nSET\r\n$" + (key.length() - 1) + "\r\n" + key + "\r\n$3\r\nxxx\r\n",
              "+QUEUED\r\n"));
    }
    steps.add(new Step("*1\r\n$4\r\nEXEC\r\n", "*10\r\n" + "+OK\r\n".repeat(10)));
    return steps;
  }

  private static Step together(List<Step> steps) {
    StringBuilder requests = new StringBuilder();
    StringBuilder answers = new StringBuilder();
    for (Step step : steps) {
      requests.append(step.request());
      answers.append(step.answer());
    }
    return new Step(requests.toString(), answers.toString());
  }

  private static Workload transactions(String name, String how, int rounds, List<Step> steps) {
    return new ConversationWorkload(
        name,
        "50 clients: MULTI, 10 SETs, EXEC, sent " + how,
        50,
        steps,
        0,
        "",
        rounds,
        List.of(ratioAtLeast(Metric.THROUGHPUT, 1.2)));
  }

  private static Workload publish(String name, int talkers, int listeners, int rounds) {
    Step step =
        new Step(
            "*3\r\n$7\r\nPUBLISH\r\n$4\r\nnews\r\n$32\r\n" + PAYLOAD + "\r\n",
            ":" + listeners + "\r\n");
    return new ConversationWorkload(
        name,
        talkers + " clients: PUBLISH of 32 bytes to " + listeners + " subscribers",
        talkers,
        List.of(step),
        listeners,
        HEARD,
        rounds,
        List.of(ratioAtLeast(Metric.THROUGHPUT, 1.0)));
  }
}
