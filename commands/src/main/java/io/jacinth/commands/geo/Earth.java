package io.jacinth.commands.geo;

/** Distances on a sphere of the Earth's size, in metres between points in degrees. No state. */
final class Earth {
  static final double RADIUS_METERS = 6372797.560856;

  private static final double DEGREE = Math.PI / 180;

  private Earth() {}

  static double radians(double degrees) {
    return degrees * DEGREE;
  }

  static double degrees(double radians) {
    return radians / DEGREE;
  }

  /** The way along a great circle. */
  static double distance(double longitude1, double latitude1, double longitude2, double latitude2) {
    double north1 = radians(latitude1);
    return distance(radians(longitude1), north1, Math.cos(north1), longitude2, latitude2);
  }

  /**
   * The way along a great circle, by the haversine formula (Sinnott 1984), from a point whose
   * numbers are at hand.
   *
   * @param east1 longitude of the one point in radians
   * @param north1 its latitude in radians
   * @param cosine1 the cosine of that
   */
  static double distance(
      double east1, double north1, double cosine1, double longitude2, double latitude2) {
    double north2 = radians(latitude2);
    double u = Math.sin((north2 - north1) / 2);
    double v = Math.sin((radians(longitude2) - east1) / 2);
    double square = u * u + cosine1 * Math.cos(north2) * v * v;
    return 2 * RADIUS_METERS * Math.asin(Math.sqrt(square));
  }
}
