package io.jacinth.engine.keyspace;

import io.jacinth.engine.config.EncodingSettings;
import java.util.random.RandomGenerator;

/**
 * What a worker's databases take from outside.
 *
 * @param moment the time at which the current command runs
 * @param random chance, for those who draw elements; the worker's own
 * @param limits up to which size collections are packed
 */
public record Surroundings(Moment moment, RandomGenerator random, EncodingSettings limits) {}
