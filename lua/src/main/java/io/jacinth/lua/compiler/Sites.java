package io.jacinth.lua.compiler;

import io.jacinth.lua.Site;
import java.lang.classfile.CodeBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The sites of a function, numbered as they are met; equal ones are one. */
final class Sites {
  /** As many as a Java method can have line numbers. */
  private static final int MOST = 65534;

  private final Map<Site, Integer> numbers = new LinkedHashMap<>();
  private final List<Site> all = new ArrayList<>();

  /** A Java method's line number of 0 would end the JVM's table of them. */
  private static final int FIRST = 1;

  private @Nullable CodeBuilder code;
  private int last = -1;

  /** The code of a method begins, maybe again. */
  void begin(CodeBuilder ofMethod) {
    code = ofMethod;
    last = -1;
  }

  /** What follows in the code is at this site. */
  void mark(Site site) {
    Integer known = numbers.get(site);
    if (known == null) {
      known = Math.min(all.size(), MOST - 1);
      if (all.size() < MOST) {
        numbers.put(site, known);
        all.add(site);
      }
    }
    if (known != last && code != null) {
      code.lineNumber(known + FIRST);
      last = known;
    }
  }

  Site[] all() {
    return all.toArray(new Site[0]);
  }
}
