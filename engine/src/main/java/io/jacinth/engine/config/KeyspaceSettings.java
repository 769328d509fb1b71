package io.jacinth.engine.config;

import static io.jacinth.engine.config.Directives.bool;
import static io.jacinth.engine.config.Directives.count;
import static io.jacinth.engine.config.Directives.integer;
import static io.jacinth.engine.config.Directives.keyspaceEvents;

/** Databases, partitions, the expiry of keys, the events that keys give rise to. */
public final class KeyspaceSettings extends SettingGroup {
  private static final int SLOTS = 16_384;

  public final LongSetting databases =
      add(
          integer("databases")
              .between(1, Integer.MAX_VALUE)
              .defaultsTo(16)
              .says("How many databases SELECT can choose from."));
  public final LongSetting partitions =
      add(
          integer("partitions")
              .between(0, SLOTS)
              .defaultsTo(0)
              .check(KeyspaceSettings::powerOfTwo)
              .says("Into how many partitions keys are divided; 0 goes by the event loops."));
  public final LongSetting hz =
      add(
          count("hz")
              .heldBetween(1, 500)
              .defaultsTo(10)
              .live()
              .says("How many times a second background work runs."));
  public final BoolSetting dynamicHz =
      add(
          bool("dynamic-hz")
              .defaultsTo(true)
              .live()
              .inert("background work does not grow with the number of clients")
              .says("Whether background work runs more often when many clients are connected."));
  public final LongSetting activeExpireEffort =
      add(
          integer("active-expire-effort")
              .between(1, 10)
              .defaultsTo(1)
              .live()
              .says("How hard the server looks for expired keys."));
  public final LongSetting notifyKeyspaceEvents =
      add(
          keyspaceEvents("notify-keyspace-events")
              .live()
              .says("Which events of keys are published, a letter a class."));
  public final BoolSetting activerehashing =
      add(
          bool("activerehashing")
              .defaultsTo(true)
              .live()
              .inert("tables grow with the commands that use them")
              .says("Whether tables go on growing while no command comes in."));

  KeyspaceSettings(Configuration configuration) {
    super(configuration);
  }

  private static long powerOfTwo(long count) throws ConfigException {
    if ((count & (count - 1)) != 0) {
      throw new ConfigException("argument must be 0 or a power of two");
    }
    return count;
  }
}
