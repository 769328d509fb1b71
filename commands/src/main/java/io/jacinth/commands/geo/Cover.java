package io.jacinth.commands.geo;

/**
 * The cells that an {@link Area} lies in: the one of its centre and those of the eight around that
 * it reaches, of the finest grid whose cells are large enough. The grid, the order of the cells and
 * which are left out are Redis's, since they decide the order of what is found. Made for one call.
 */
final class Cover {
  /** Half of the Earth's girth on the web's maps. */
  private static final double MERCATOR_METERS = 20037726.37;

  private static final int CELLS = 9;

  /** Columns to the east and rows to the north of the centre, cell by cell. */
  private static final int[] COLUMNS = {0, 0, 0, 1, -1, 1, -1, 1, -1};

  private static final int[] ROWS = {0, 1, -1, 0, 0, 1, 1, -1, -1};

  private final long center;
  private final int step;
  private final boolean needsNorth;
  private final boolean needsSouth;
  private final boolean needsEast;
  private final boolean needsWest;
  private int next;

  /** The cell last gone to, and the one before. */
  private long cell;

  private long previous = -1;

  Cover(Area area) {
    double north = Earth.degrees(area.halfHeightMeters() / Earth.RADIUS_METERS);
    double top = area.latitude + north;
    double bottom = area.latitude - north;
    double wide = Earth.radians(area.latitude < 0 ? bottom : top);
    double east = Earth.degrees(area.halfWidthMeters() / Earth.RADIUS_METERS / Math.cos(wide));
    double left = area.longitude - east;
    double right = area.longitude + east;

    int estimate = step(area.radiusMeters(), area.latitude);
    long middle = Grid.cell(area.longitude, area.latitude, estimate);
    boolean isTooFine =
        Grid.north(Grid.neighbour(middle, estimate, 0, 1), estimate) < top
            || Grid.south(Grid.neighbour(middle, estimate, 0, -1), estimate) > bottom
            || Grid.east(Grid.neighbour(middle, estimate, 1, 0), estimate) < right
            || Grid.west(Grid.neighbour(middle, estimate, -1, 0), estimate) > left;
    step = estimate > 1 && isTooFine ? estimate - 1 : estimate;
    center = Grid.cell(area.longitude, area.latitude, step);

    boolean needsAll = step < 2;
    needsSouth = needsAll || !(Grid.south(center, step) < bottom);
    needsNorth = needsAll || !(Grid.north(center, step) > top);
    needsWest = needsAll || !(Grid.west(center, step) < left);
    needsEast = needsAll || !(Grid.east(center, step) > right);
  }

  /** The step of a grid whose cells are about as large as the area; larger ones near the poles. */
  private static int step(double radiusMeters, double latitude) {
    if (radiusMeters == 0) {
      return Grid.FINEST;
    }
    int halvings = 0;
    for (double size = radiusMeters; size < MERCATOR_METERS; size *= 2) {
      halvings++;
    }
    double fromEquator = Math.abs(latitude);
    int widened = fromEquator > 80 ? 2 : fromEquator > 66 ? 1 : 0;
    return Math.clamp(halvings - 1 - widened, 1, Grid.FINEST);
  }

  /**
   * Goes to the next cell; false where there is none. In a coarse grid neighbours may be the same
   * cell, around the map's edges: one that is the same as the last is left out.
   */
  boolean next() {
    while (next < CELLS) {
      int i = next++;
      cell = Grid.neighbour(center, step, COLUMNS[i], ROWS[i]);
      if (isNeeded(COLUMNS[i], ROWS[i]) && cell != previous) {
        previous = cell;
        return true;
      }
    }
    return false;
  }

  private boolean isNeeded(int column, int row) {
    return (needsNorth || row <= 0)
        && (needsSouth || row >= 0)
        && (needsEast || column <= 0)
        && (needsWest || column >= 0);
  }

  /** The lowest score in the cell gone to. */
  double from() {
    return Grid.first(cell, step);
  }

  /** The lowest score behind it. */
  double end() {
    return Grid.first(cell + 1, step);
  }
}
