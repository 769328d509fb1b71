/**
 * Whether a command may run: an ordered list of small rules, skipped as a whole by one bit test
 * when nothing unusual is on. Immutable, shared by all threads. Start with {@link
 * io.jacinth.engine.admission.Admission}.
 */
@NullMarked
package io.jacinth.engine.admission;

import org.jspecify.annotations.NullMarked;
