/** What snapshots cost: {@code benchmarks/snapshot}. Start with SnapshotCost. */
package io.jacinth.benchmarks.snapshot;
