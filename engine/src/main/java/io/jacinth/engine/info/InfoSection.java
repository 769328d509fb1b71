package io.jacinth.engine.info;

/** One section of INFO. */
public interface InfoSection {
  /** The heading; in any case it is also the name that INFO takes. */
  String title();

  /** Whether INFO without arguments shows it. */
  default boolean isDefault() {
    return true;
  }

  void write(InfoWriter out);
}
