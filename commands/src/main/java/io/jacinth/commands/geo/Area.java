package io.jacinth.commands.geo;

/**
 * What a search looks in: a circle, or a box between two parallels whose width is measured along
 * the latitude of each point. Made for one call.
 */
final class Area {
  /** By so much two ways to work out one distance do not differ. */
  private static final double SLACK_METERS = 1;

  private static final double SLACK_FACTOR = 1.000001;

  double longitude;
  double latitude;
  private boolean isBox;
  private double radius;
  private double width;
  private double height;
  private Unit unit = Unit.M;

  /** The centre once more, in radians, and the cosine of its latitude. */
  private double east;

  private double north;
  private double cosine;

  /** No point further north or south than this, in degrees, lies in the area. */
  private double reach;

  void center(double newLongitude, double newLatitude) {
    longitude = newLongitude;
    latitude = newLatitude;
    east = Earth.radians(longitude);
    north = Earth.radians(latitude);
    cosine = Math.cos(north);
  }

  /** Makes it a circle. */
  void circle(double newRadius, Unit newUnit) {
    isBox = false;
    radius = newRadius;
    unit = newUnit;
    reach = reach(radiusMeters());
  }

  /** Makes it a box. */
  void box(double newWidth, double newHeight, Unit newUnit) {
    isBox = true;
    width = newWidth;
    height = newHeight;
    unit = newUnit;
    reach = reach(height * unit.meters / 2);
  }

  private static double reach(double meters) {
    double generous = meters * SLACK_FACTOR + SLACK_METERS;
    return Earth.degrees(generous / Earth.RADIUS_METERS);
  }

  Unit unit() {
    return unit;
  }

  /** How far the area's edge is from its centre at the most. */
  double radiusMeters() {
    double own = isBox ? Math.sqrt(width / 2 * (width / 2) + height / 2 * (height / 2)) : radius;
    return own * unit.meters;
  }

  /** Half of what the area measures from south to north. */
  double halfHeightMeters() {
    return unit.meters * (isBox ? height / 2 : radius);
  }

  /** Half of what it measures from west to east. */
  double halfWidthMeters() {
    return unit.meters * (isBox ? width / 2 : radius);
  }

  /** Whether a latitude is too far away for any longitude; for most that are, without a sine. */
  boolean isBeyond(double otherLatitude) {
    return Math.abs(otherLatitude - latitude) > reach;
  }

  /** How far a point is from the centre; negative where it is not in the area. */
  double distance(double otherLongitude, double otherLatitude) {
    if (isBox) {
      return isInBox(otherLongitude, otherLatitude) ? whole(otherLongitude, otherLatitude) : -1;
    }
    double distance = whole(otherLongitude, otherLatitude);
    return distance > radius * unit.meters ? -1 : distance;
  }

  private double whole(double otherLongitude, double otherLatitude) {
    return Earth.distance(east, north, cosine, otherLongitude, otherLatitude);
  }

  private boolean isInBox(double otherLongitude, double otherLatitude) {
    double sideways = Earth.distance(otherLongitude, otherLatitude, longitude, otherLatitude);
    double upwards = Earth.distance(otherLongitude, otherLatitude, otherLongitude, latitude);
    return !(sideways > width * unit.meters / 2 || upwards > height * unit.meters / 2);
  }
}
