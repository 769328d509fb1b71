package io.jacinth.commands.server;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * A bed of hyacinths: stalks of a random height, leaves at the foot, bells denser towards the top.
 */
final class Flowers {
  private static final int WIDTH = 64;
  private static final int HEIGHT = 14;
  private static final int SPACING = 8;
  private static final String BELLS = "o8%&@";

  private final RandomGenerator random;
  private final char[][] rows = new char[HEIGHT][WIDTH];

  Flowers(RandomGenerator random) {
    this.random = random;
    for (char[] row : rows) {
      Arrays.fill(row, ' ');
    }
    for (int foot = SPACING / 2; foot < WIDTH - SPACING / 2; foot += SPACING) {
      draw(foot + random.nextInt(-1, 2), random.nextInt(HEIGHT / 2, HEIGHT));
    }
    Arrays.fill(rows[HEIGHT - 1], '~');
  }

  private void draw(int column, int height) {
    int top = HEIGHT - 1 - height;
    int bells = height * 2 / 3;
    for (int row = top; row < HEIGHT - 1; row++) {
      int below = row - top;
      if (below < bells) {
        bloom(row, column, 1 + Math.min(below, bells - 1 - below) / 2);
      } else {
        rows[row][column] = '|';
      }
    }
    rows[HEIGHT - 2][column - 1] = '\\';
    rows[HEIGHT - 2][column + 1] = '/';
  }

  private void bloom(int row, int column, int reach) {
    for (int side = -reach; side <= reach; side++) {
      boolean isBell = side == 0 || random.nextInt(4) > 0;
      rows[row][column + side] = isBell ? BELLS.charAt(random.nextInt(BELLS.length())) : ' ';
    }
  }

  /** The rows as lines, without spaces at their ends. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (char[] row : rows) {
      text.append(new String(row).stripTrailing()).append('\n');
    }
    return text.append('\n').toString();
  }
}
