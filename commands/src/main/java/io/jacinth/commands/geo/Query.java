package io.jacinth.commands.geo;

import io.jacinth.engine.Call;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.error.ErrorReply;
import io.jacinth.engine.value.ZsetValue;
import org.jspecify.annotations.Nullable;

/**
 * What GEOSEARCH and its kin are asked for. The key's type is checked first, then the arguments in
 * their order, a member that stands for the centre among them; then what of them goes together. A
 * member is not looked for where there is no key. Made for one call.
 */
final class Query {
  private static final CommandException NO_SUCH_MEMBER =
      new CommandException("ERR could not decode requested zset member");

  final SearchKind kind;
  final Area area = new Area();
  boolean hasDistance;
  boolean hasHash;
  boolean hasPoint;

  /** 1: the nearest first; -1: the farthest first; 0: in no order. */
  int sign;

  /** The most points to answer; 0: all. */
  long count;

  /** Whether any of the points will do, not the nearest. */
  boolean isAny;

  /** Where the key to store under stands; 0: nowhere. */
  int target;

  /** Whether distances are stored as scores. */
  boolean storesDistances;

  private final Call call;
  private final @Nullable ZsetValue source;
  private boolean isFromMember;
  private boolean isFromPoint;
  private boolean isCircle;
  private boolean isBox;

  Query(Call call, SearchKind kind, @Nullable ZsetValue source) {
    this.call = call;
    this.kind = kind;
    this.source = source;
    this.target = kind == SearchKind.SEARCH_STORE ? 1 : 0;
    readFirst();
    for (int i = kind.firstOption; i < call.count(); ) {
      i += read(i, call.count() - i - 1);
    }
    check();
    if (count != 0 && sign == 0 && !isAny) {
      sign = 1;
    }
  }

  /** Reads what comes before the options. */
  private void readFirst() {
    switch (kind) {
      case RADIUS, RADIUS_RO -> {
        point(2);
        circle(4);
      }
      case BY_MEMBER, BY_MEMBER_RO -> {
        if (source != null) {
          member(2);
          circle(3);
        }
      }
      case SEARCH, SEARCH_STORE -> {}
    }
  }

  /** Reads the option at a position, behind which there are so many words; answers its length. */
  private int read(int i, int more) {
    if (call.is(i, "WITHDIST")) {
      hasDistance = true;
    } else if (call.is(i, "WITHHASH")) {
      hasHash = true;
    } else if (call.is(i, "WITHCOORD")) {
      hasPoint = true;
    } else if (call.is(i, "ANY")) {
      isAny = true;
    } else if (call.is(i, "ASC")) {
      sign = 1;
    } else if (call.is(i, "DESC")) {
      sign = -1;
    } else if (call.is(i, "COUNT") && more >= 1) {
      count(i + 1);
      return 2;
    } else {
      return kind.isSearch() ? readPlace(i, more) : readStore(i, more);
    }
    return 1;
  }

  private void count(int index) {
    count = call.integer(index);
    if (count <= 0) {
      throw new CommandException("ERR COUNT must be > 0");
    }
  }

  private int readStore(int i, int more) {
    boolean isDistance = call.is(i, "STOREDIST");
    if (!kind.maySayStore() || more < 1 || !(isDistance || call.is(i, "STORE"))) {
      throw ErrorReply.SYNTAX.exception();
    }
    target = i + 1;
    storesDistances = isDistance;
    return 2;
  }

  /** Reads an option of GEOSEARCH alone. */
  private int readPlace(int i, int more) {
    if (kind == SearchKind.SEARCH_STORE && call.is(i, "STOREDIST")) {
      storesDistances = true;
      return 1;
    }
    if (more >= 1 && !isFromPoint && call.is(i, "FROMMEMBER")) {
      isFromMember = true;
      member(i + 1);
      return 2;
    }
    if (more >= 2 && !isFromMember && call.is(i, "FROMLONLAT")) {
      isFromPoint = true;
      point(i + 1);
      return 3;
    }
    if (more >= 2 && !isBox && call.is(i, "BYRADIUS")) {
      isCircle = true;
      circle(i + 1);
      return 3;
    }
    if (more >= 3 && !isCircle && call.is(i, "BYBOX")) {
      isBox = true;
      box(i + 1);
      return 4;
    }
    throw ErrorReply.SYNTAX.exception();
  }

  private void point(int index) {
    area.center(GeoArguments.longitude(call, index), GeoArguments.latitude(call, index));
  }

  private void member(int index) {
    if (source == null) {
      return;
    }
    if (!source.find(call.argument(index))) {
      throw NO_SUCH_MEMBER;
    }
    double score = source.score();
    area.center(Grid.longitude(score), Grid.latitude(score));
  }

  private void circle(int index) {
    double radius = GeoArguments.length(call, index, "radius");
    if (radius < 0) {
      throw new CommandException("ERR radius cannot be negative");
    }
    area.circle(radius, Unit.of(call, index + 1));
  }

  private void box(int index) {
    double width = GeoArguments.length(call, index, "width");
    double height = GeoArguments.length(call, index + 1, "height");
    if (width < 0 || height < 0) {
      throw new CommandException("ERR height or width cannot be negative");
    }
    area.box(width, height, Unit.of(call, index + 2));
  }

  private void check() {
    if (target != 0 && (hasDistance || hasHash || hasPoint)) {
      throw new CommandException(
          "ERR "
              + (kind.isSearch() ? "GEOSEARCHSTORE" : "STORE option in GEORADIUS")
              + " is not compatible with WITHDIST, WITHHASH and WITHCOORD options");
    }
    if (kind.isSearch() && !isFromMember && !isFromPoint) {
      throw new CommandException(
          "ERR exactly one of FROMMEMBER or FROMLONLAT can be specified for " + call.quoted(0));
    }
    if (kind.isSearch() && !isCircle && !isBox) {
      throw new CommandException(
          "ERR exactly one of BYRADIUS and BYBOX can be specified for " + call.quoted(0));
    }
    if (isAny && count == 0) {
      throw new CommandException("ERR the ANY argument requires COUNT argument");
    }
  }
}
