/**
 * What tests of a whole server need: the server in this JVM under a clock of the test's own, a real
 * redis-server beside it, and one test class that runs against both. Everything here is used by the
 * thread of the test. Start with {@link io.jacinth.testkit.DualRun} and {@link
 * io.jacinth.testkit.TestServer}.
 */
@NullMarked
package io.jacinth.testkit;

import org.jspecify.annotations.NullMarked;
