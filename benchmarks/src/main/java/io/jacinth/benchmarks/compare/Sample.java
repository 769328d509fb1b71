package io.jacinth.benchmarks.compare;

import java.util.Map;
import java.util.Set;

/**
 * One round of one server.
 *
 * @param remarks what a reader must know before trusting the figures
 */
record Sample(Map<Metric, Double> values, Set<String> remarks) {}
