/**
 * What was changed, in words that change it again: the one stream of commands from which the
 * append-only file and replicas are fed. A worker writes down what its commands changed ({@link
 * io.jacinth.engine.propagation.Propagation}, owned by it) before it gives up the locks under which
 * it was changed; one reader takes it all in that order ({@link
 * io.jacinth.engine.propagation.PropagationLog}). Start with {@link
 * io.jacinth.engine.propagation.Propagation}.
 */
@NullMarked
package io.jacinth.engine.propagation;

import org.jspecify.annotations.NullMarked;
