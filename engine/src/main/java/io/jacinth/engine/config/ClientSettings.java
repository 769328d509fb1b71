package io.jacinth.engine.config;

import static io.jacinth.engine.config.Directives.bytes;
import static io.jacinth.engine.config.Directives.integer;
import static io.jacinth.engine.config.Directives.longCount;
import static io.jacinth.engine.config.Directives.seconds;
import static io.jacinth.engine.config.Directives.value;

/** What a client may ask for and use up. */
public final class ClientSettings extends SettingGroup {
  private static final long MIB = 1 << 20;

  public final LongSetting maxclients =
      add(
          integer("maxclients")
              .between(1, 0xFFFF_FFFFL)
              .defaultsTo(10_000)
              .live()
              .says("How many clients may be connected at a time."));
  public final LongSetting timeout =
      add(
          seconds("timeout")
              .defaultsTo(0)
              .live()
              .says("Seconds after which an idle client is closed; 0 never closes one."));
  public final LongSetting protoMaxBulkLen =
      add(
          bytes("proto-max-bulk-len")
              .atLeast(MIB)
              .defaultsTo(512 * MIB)
              .live()
              .says("The longest argument of a request."));
  public final LongSetting clientQueryBufferLimit =
      add(
          bytes("client-query-buffer-limit")
              .atLeast(MIB)
              .defaultsTo(1024 * MIB)
              .live()
              .says("The most bytes of a request that a client may have pending."));
  public final ValueSetting<OutputBufferLimits> clientOutputBufferLimit =
      add(
          value(
                  "client-output-buffer-limit",
                  OutputBufferLimits.KIND,
                  OutputBufferLimits.REDIS_DEFAULTS)
              .live()
              .says("The most bytes of replies that may wait for a client, by class."));
  public final ValueSetting<MemoryOrPercent> maxmemoryClients =
      add(
          value("maxmemory-clients", MemoryOrPercent.KIND, MemoryOrPercent.NONE)
              .live()
              .says("Memory of all clients together, above which the largest are closed."));
  public final LongSetting trackingTableMaxKeys =
      add(
          longCount("tracking-table-max-keys")
              .defaultsTo(1_000_000)
              .live()
              .says("How many keys are remembered for client-side caching; 0 means no limit."));

  ClientSettings(Configuration configuration) {
    super(configuration);
  }
}
