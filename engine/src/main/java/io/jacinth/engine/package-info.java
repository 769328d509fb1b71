/**
 * The engine: how a request becomes a command's run. A {@link io.jacinth.engine.Worker} belongs to
 * one event loop and runs commands on its thread; an {@link io.jacinth.engine.Engine} is shared by
 * all. Start with {@link io.jacinth.engine.Worker#execute}.
 */
@NullMarked
package io.jacinth.engine;

import org.jspecify.annotations.NullMarked;
