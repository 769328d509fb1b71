package io.jacinth.persistence;

import io.jacinth.engine.Clock;
import io.jacinth.engine.config.ServerSettings;
import io.jacinth.engine.keyspace.Partitions;
import io.jacinth.engine.keyspace.Surroundings;
import io.jacinth.engine.log.ServerLog;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The server that a load fills.
 *
 * @param surroundings makes what a thread that loads needs besides
 * @param libraries takes the code of each library of functions
 */
record LoadContext(
    Partitions partitions,
    Supplier<Surroundings> surroundings,
    ServerSettings settings,
    Clock clock,
    ServerLog log,
    Consumer<String> libraries) {}
