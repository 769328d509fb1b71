package io.jacinth.testkit.fuzz;

import java.util.List;

/**
 * The first request that two servers answered differently.
 *
 * @param index of the request in the whole run, the first being 0
 * @param script the shortest list of requests found that ends in the same difference on empty
 *     servers
 */
public record Difference(
    String family,
    long seed,
    int index,
    Request request,
    String subjectName,
    String subjectReply,
    String referenceName,
    String referenceReply,
    List<Request> script) {

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append("family ").append(family).append(", seed ").append(seed);
    text.append(", request ").append(index).append(": ").append(request).append('\n');
    text.append("  ").append(subjectName).append(": ").append(subjectReply);
    text.append("\n  ").append(referenceName).append(": ").append(referenceReply);
    text.append("\n  the same by these ").append(script.size()).append(" requests:\n");
    script.forEach(step -> text.append("    ").append(step).append('\n'));
    return text.toString();
  }
}
