package io.jacinth.testkit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A version of Redis, as in {@code 7.0.15}; what is not written counts as 0. */
public record Version(int major, int minor, int patch) implements Comparable<Version> {

  private static final Pattern FORM = Pattern.compile("(\\d+)(?:\\.(\\d+))?(?:\\.(\\d+))?");

  /** Reads the first version in a text. */
  public static Version parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.find()) {
      throw new IllegalArgumentException("no version in: " + text);
    }
    return new Version(number(matcher, 1), number(matcher, 2), number(matcher, 3));
  }

  private static int number(Matcher matcher, int group) {
    return matcher.group(group) == null ? 0 : Integer.parseInt(matcher.group(group));
  }

  @Override
  public int compareTo(Version other) {
    int byMajor = Integer.compare(major, other.major);
    int byMinor = Integer.compare(minor, other.minor);
    return byMajor != 0 ? byMajor : byMinor != 0 ? byMinor : Integer.compare(patch, other.patch);
  }

  @Override
  public String toString() {
    return major + "." + minor + "." + patch;
  }
}
