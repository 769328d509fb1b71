/**
 * Two servers, the same random commands, the same replies: finds where Jacinth and Redis part
 * without anyone having thought of the case. Used by the thread of the test. Start with {@link
 * io.jacinth.testkit.fuzz.DifferentialFuzzer}; a family of commands is a table in {@link
 * io.jacinth.testkit.fuzz.Families}.
 */
@NullMarked
package io.jacinth.testkit.fuzz;

import org.jspecify.annotations.NullMarked;
