/**
 * Tests of the code itself, over all modules: who may use whom, and house rules that no compiler
 * knows. A failure here names the line to change. Start with {@link
 * io.jacinth.conformance.ModuleDirectionsTest} and {@link io.jacinth.conformance.TidyTest}.
 */
@NullMarked
package io.jacinth.conformance;

import org.jspecify.annotations.NullMarked;
