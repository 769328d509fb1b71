package io.jacinth.commands.geo;

import io.jacinth.engine.Command;
import java.util.List;

/** The family's table. */
public final class GeoCommands {
  public static final List<Command> ALL =
      List.of(
          new GeoAdd(),
          new GeoDist(),
          new GeoHash(),
          new GeoPos(),
          new GeoRadius(),
          new GeoRadiusByMember(),
          new GeoRadiusByMemberRo(),
          new GeoRadiusRo(),
          new GeoSearch(),
          new GeoSearchStore());

  private GeoCommands() {}
}
