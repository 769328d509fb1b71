package io.jacinth.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Leaves a {@link DualRun} test, or a whole class, out of the run against redis-server. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface JacinthOnly {

  /**
   * Why Redis cannot answer for it: what Redis does otherwise, or that the test moves the clock.
   */
  String value();
}
