package io.jacinth.commands.geo;

/**
 * The grids that points are numbered by: at step {@code s} the map of longitudes from -180 to 180
 * and latitudes from {@value #MIN_LATITUDE} to {@value #MAX_LATITUDE} (that of the web's maps, EPSG
 * 900913) is cut into 2^s columns and 2^s rows. A cell's number has the bits of its column at odd
 * places and those of its row at even ones (Morton 1966), so a cell of a coarse grid is a range of
 * numbers of the finest, step {@value #FINEST}: 52 bits, which a score holds exactly.
 *
 * <p>Every expression is one that Redis works out in the same order, since the last bits of
 * coordinates are on the wire. No state.
 */
final class Grid {
  static final double MIN_LONGITUDE = -180;
  static final double MAX_LONGITUDE = 180;
  static final double MIN_LATITUDE = -85.05112878;
  static final double MAX_LATITUDE = 85.05112878;

  static final int FINEST = 26;

  private static final double LONGITUDES = MAX_LONGITUDE - MIN_LONGITUDE;
  private static final double LATITUDES = MAX_LATITUDE - MIN_LATITUDE;

  /** The latitudes of geohash strings, which run from pole to pole. */
  private static final double POLE = 90;

  private Grid() {}

  static boolean isOnMap(double longitude, double latitude) {
    return longitude >= MIN_LONGITUDE
        && longitude <= MAX_LONGITUDE
        && latitude >= MIN_LATITUDE
        && latitude <= MAX_LATITUDE;
  }

  // ---------------------------------------------------------------- cells

  /** The number of the cell that a point of the map lies in. */
  static long cell(double longitude, double latitude, int step) {
    double column = (longitude - MIN_LONGITUDE) / LONGITUDES * (1L << step);
    double row = (latitude - MIN_LATITUDE) / LATITUDES * (1L << step);
    return number((long) column, (long) row);
  }

  /** The number that the finest grid from pole to pole, that of geohash strings, gives a point. */
  static long standardCell(double longitude, double latitude) {
    double column = (longitude - MIN_LONGITUDE) / LONGITUDES * (1L << FINEST);
    double row = (latitude + POLE) / (POLE + POLE) * (1L << FINEST);
    return number((long) column, (long) row);
  }

  private static long number(long column, long row) {
    return spread(column) << 1 | spread(row);
  }

  /**
   * The cell so many columns to the east and rows to the north, around the map's edges. A point on
   * the eastern or northern edge itself lies in a column or row beyond the last, and stays there
   * until the cell is left in that direction.
   */
  static long neighbour(long cell, int step, int columns, int rows) {
    return number(moved(column(cell), columns, step), moved(row(cell), rows, step));
  }

  private static long moved(long index, int by, int step) {
    return by == 0 ? index : index + by & (1L << step) - 1;
  }

  /** The least number of the finest grid in a cell; that of the next cell is the first beyond. */
  static long first(long cell, int step) {
    return cell << 2 * (FINEST - step);
  }

  private static long column(long cell) {
    return gather(cell >>> 1);
  }

  private static long row(long cell) {
    return gather(cell);
  }

  private static long spread(long value) {
    return Long.expand(value, 0x5555_5555_5555_5555L);
  }

  private static long gather(long value) {
    return Long.compress(value, 0x5555_5555_5555_5555L);
  }

  // ---------------------------------------------------------------- edges

  static double west(long cell, int step) {
    return edge(column(cell), step, MIN_LONGITUDE, LONGITUDES);
  }

  static double east(long cell, int step) {
    return edge(column(cell) + 1, step, MIN_LONGITUDE, LONGITUDES);
  }

  static double south(long cell, int step) {
    return edge(row(cell), step, MIN_LATITUDE, LATITUDES);
  }

  static double north(long cell, int step) {
    return edge(row(cell) + 1, step, MIN_LATITUDE, LATITUDES);
  }

  /** Numbers of columns and rows have 32 bits, as in Redis, whatever a score is. */
  private static double edge(long index, int step, double from, double extent) {
    return from + (index & 0xFFFF_FFFFL) * 1.0 / (1L << step) * extent;
  }

  // ---------------------------------------------------------------- scores

  /** The longitude of the point that a score stands for: the middle of its cell. */
  static double longitude(double score) {
    long cell = bits(score);
    double middle = (west(cell, FINEST) + east(cell, FINEST)) / 2;
    return Math.clamp(middle, MIN_LONGITUDE, MAX_LONGITUDE);
  }

  /** The latitude of the point that a score stands for. */
  static double latitude(double score) {
    long cell = bits(score);
    double middle = (south(cell, FINEST) + north(cell, FINEST)) / 2;
    return Math.clamp(middle, MIN_LATITUDE, MAX_LATITUDE);
  }

  /**
   * A score as an unsigned integer. Scores of other uses of a sorted set may be beyond those: then
   * it is what an x86-64 processor makes of them, as in Redis.
   */
  static long bits(double score) {
    return score < 0x1p63 ? signed(score) : signed(score - 0x1p63) ^ Long.MIN_VALUE;
  }

  private static long signed(double value) {
    return value >= -0x1p63 && value < 0x1p63 ? (long) value : Long.MIN_VALUE;
  }
}
