package io.jacinth.commands.geo;

import io.jacinth.commands.zset.Results;
import io.jacinth.engine.Call;
import io.jacinth.engine.keyspace.Key;
import io.jacinth.engine.keyspace.KeyEvent;
import io.jacinth.engine.value.ZsetTable;
import io.jacinth.engine.value.ZsetValue;
import io.jacinth.protocol.Reply;
import org.jspecify.annotations.Nullable;

/**
 * One run of GEOSEARCH or its kin: points are gathered cell by cell, sorted, answered or stored.
 */
final class Search {
  private static final int DISTANCE_DECIMALS = 4;

  private final Call call;
  private final Query query;
  private final Area area;
  private final ZsetValue set;
  private final Points points;

  /** So many points are enough. */
  private final long enough;

  private Search(Call call, Query query, ZsetValue set) {
    this.call = call;
    this.query = query;
    this.area = query.area;
    this.set = set;
    this.points = new Points(call);
    this.enough = query.isAny ? query.count : Long.MAX_VALUE;
  }

  static void run(Call call, SearchKind kind) {
    ZsetValue set = call.database().zset(call.key(kind.source));
    Query query = new Query(call, kind, set);
    if (set != null) {
      new Search(call, query, set).run();
    } else if (query.target != 0) {
      store(call, query, null);
    } else {
      call.reply().array(0);
    }
  }

  private void run() {
    Cover cover = new Cover(area);
    while (points.count() < enough && cover.next()) {
      gather(cover.from(), cover.end());
    }
    int wanted = query.count == 0 ? points.count() : (int) Math.min(query.count, points.count());
    if (query.sign != 0) {
      points.sort(query.sign, wanted);
    }
    if (query.target == 0) {
      answer(wanted);
    } else {
      store(call, query, wanted == 0 ? null : result(wanted));
    }
  }

  /** Takes the points of one cell. */
  private void gather(double from, double end) {
    boolean is = set.from(from);
    while (is && points.count() < enough) {
      double score = set.scoreInOrder();
      if (score >= end) {
        return;
      }
      double latitude = Grid.latitude(score);
      if (!area.isBeyond(latitude)) {
        double distance = area.distance(Grid.longitude(score), latitude);
        if (!(distance < 0)) {
          points.add(distance, set.place());
        }
      }
      is = set.next();
    }
  }

  // ---------------------------------------------------------------- answering

  private void answer(int wanted) {
    Reply reply = call.reply();
    int options = (query.hasDistance ? 1 : 0) + (query.hasHash ? 1 : 0) + (query.hasPoint ? 1 : 0);
    reply.array(wanted);
    for (int i = 0; i < wanted; i++) {
      set.backTo(points.place(i));
      if (options > 0) {
        reply.array(options + 1);
      }
      set.member().writeTo(reply);
      if (options > 0) {
        describe(i);
      }
    }
  }

  private void describe(int index) {
    Reply reply = call.reply();
    if (query.hasDistance) {
      distance(call, points.distance(index), area.unit());
    }
    if (query.hasHash) {
      reply.integer((long) set.score());
    }
    if (query.hasPoint) {
      point(call, set.score());
    }
  }

  /** Answers a distance. */
  static void distance(Call call, double meters, Unit unit) {
    call.reply().bulk(call.madeDecimal(meters / unit.meters, DISTANCE_DECIMALS, false));
  }

  /** Answers longitude and latitude of the point that a score stands for. */
  static void point(Call call, double score) {
    call.reply().array(2);
    coordinate(call, Grid.longitude(score));
    coordinate(call, Grid.latitude(score));
  }

  private static void coordinate(Call call, double degrees) {
    call.reply().real(call.madeDecimal(degrees, 17, true));
  }

  // ---------------------------------------------------------------- storing

  private ZsetTable result(int wanted) {
    ZsetTable result = call.database().newZsetTable(call.key(query.target));
    try {
      for (int i = 0; i < wanted; i++) {
        set.backTo(points.place(i));
        double distance = points.distance(i) / area.unit().meters;
        result.add(set.member().bytes(), query.storesDistances ? distance : set.score());
      }
    } catch (OutOfMemoryError refused) {
      result.free();
      throw refused;
    }
    return result;
  }

  /** Puts a result, or nothing, in the place of what is under the target. */
  private static void store(Call call, Query query, @Nullable ZsetTable result) {
    Key target = call.key(query.target);
    if (result == null) {
      call.database().delete(target, KeyEvent.DEL);
      call.reply().integer(0);
    } else {
      KeyEvent event = query.kind.isSearch() ? KeyEvent.GEOSEARCHSTORE : KeyEvent.GEORADIUSSTORE;
      Results.store(call, target, result, event, result.size());
    }
  }
}
