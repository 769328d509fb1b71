package io.jacinth.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Leaves a {@link DualRun} test, or a whole class, out of the run against an older redis-server.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Since {

  /** The first version of Redis that behaves so, as in {@code 7.4}. */
  String value();
}
