package io.jacinth.engine.config;

import static io.jacinth.engine.config.Directives.bytes;
import static io.jacinth.engine.config.Directives.count;
import static io.jacinth.engine.config.Directives.integer;
import static io.jacinth.engine.config.Directives.longCount;

/** Up to which size a collection is kept as one packed block. */
public final class EncodingSettings extends SettingGroup {
  public final LongSetting hashMaxListpackEntries =
      add(
          longCount("hash-max-listpack-entries")
              .alias("hash-max-ziplist-entries")
              .defaultsTo(512)
              .live()
              .says("The most fields of a packed hash."));
  public final LongSetting hashMaxListpackValue =
      add(
          bytes("hash-max-listpack-value")
              .alias("hash-max-ziplist-value")
              .defaultsTo(64)
              .live()
              .says("The longest field or value of a packed hash."));
  public final LongSetting listMaxListpackSize =
      add(
          integer("list-max-listpack-size")
              .alias("list-max-ziplist-size")
              .between(Integer.MIN_VALUE, Integer.MAX_VALUE)
              .defaultsTo(-2)
              .live()
              .says("The most elements of a list's block, or -1 to -5 for 4 to 64 kb."));
  public final LongSetting listCompressDepth =
      add(
          count("list-compress-depth")
              .defaultsTo(0)
              .live()
              .later("the compression of lists")
              .says("How many blocks at each end of a list stay uncompressed; 0 means all."));
  public final LongSetting setMaxIntsetEntries =
      add(
          longCount("set-max-intset-entries")
              .defaultsTo(512)
              .live()
              .says("The most members of a packed set of integers."));
  public final LongSetting setMaxListpackEntries =
      add(
          longCount("set-max-listpack-entries")
              .defaultsTo(128)
              .live()
              .says("The most members of a packed set."));
  public final LongSetting setMaxListpackValue =
      add(
          bytes("set-max-listpack-value")
              .defaultsTo(64)
              .live()
              .says("The longest member of a packed set."));
  public final LongSetting zsetMaxListpackEntries =
      add(
          longCount("zset-max-listpack-entries")
              .alias("zset-max-ziplist-entries")
              .defaultsTo(128)
              .live()
              .says("The most members of a packed sorted set."));
  public final LongSetting zsetMaxListpackValue =
      add(
          bytes("zset-max-listpack-value")
              .alias("zset-max-ziplist-value")
              .defaultsTo(64)
              .live()
              .says("The longest member of a packed sorted set."));
  public final LongSetting hllSparseMaxBytes =
      add(
          bytes("hll-sparse-max-bytes")
              .defaultsTo(3000)
              .live()
              .says("Up to which size a HyperLogLog is sparse."));
  public final LongSetting streamNodeMaxBytes =
      add(
          bytes("stream-node-max-bytes")
              .defaultsTo(4096)
              .live()
              .says("The largest block of a stream; 0 means no limit."));
  public final LongSetting streamNodeMaxEntries =
      add(
          longCount("stream-node-max-entries")
              .defaultsTo(100)
              .live()
              .says("The most entries in a block of a stream; 0 means no limit."));

  EncodingSettings(Configuration configuration) {
    super(configuration);
  }
}
