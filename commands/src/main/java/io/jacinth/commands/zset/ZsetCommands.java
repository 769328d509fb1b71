package io.jacinth.commands.zset;

import io.jacinth.engine.Command;
import java.util.List;

/** The family's table. */
public final class ZsetCommands {
  public static final List<Command> ALL =
      List.of(
          new BzMPop(),
          new BzPopMax(),
          new BzPopMin(),
          new ZAdd(),
          new ZCard(),
          new ZCount(),
          new ZDiff(),
          new ZDiffStore(),
          new ZIncrBy(),
          new ZInter(),
          new ZInterCard(),
          new ZInterStore(),
          new ZLexCount(),
          new ZMPop(),
          new ZMScore(),
          new ZPopMax(),
          new ZPopMin(),
          new ZRandMember(),
          new ZRange(),
          new ZRangeByLex(),
          new ZRangeByScore(),
          new ZRangeStore(),
          new ZRank(),
          new ZRem(),
          new ZRemRangeByLex(),
          new ZRemRangeByRank(),
          new ZRemRangeByScore(),
          new ZRevRange(),
          new ZRevRangeByLex(),
          new ZRevRangeByScore(),
          new ZRevRank(),
          new ZScan(),
          new ZScore(),
          new ZUnion(),
          new ZUnionStore());

  private ZsetCommands() {}
}
