package io.jacinth.server.transport;

import org.jspecify.annotations.Nullable;

/**
 * How many loops serve connections: as few as do the work, for a loop that has much to do sleeps
 * and wakes less often, and where there are no more processors than busy threads each further loop
 * takes time from the others and from clients on the same machine.
 *
 * <p>What more or fewer loops do is tried: the number changes for a moment, and back unless the
 * commands run a second say that it was worth it. Even where processors are idle: clients may all
 * want the same keys, whose lock one loop takes from the other, or ask for no more than they get. A
 * trial that failed is repeated after twice the time, and one of more loops that succeeded is
 * looked at again: a program that has just begun gets faster by itself.
 */
final class LoopCount {
  /** Loops that are busy for this share of the time are full. */
  private static final double FULL = 0.9;

  /** So much of the time of each loop may be used once there is one loop less. */
  private static final double SPARE = 0.6;

  /** Processors that must be idle for a further loop to be no burden to anyone. */
  private static final double FREE = 0.3;

  /**
   * Full loops that wait for processors for this share of the time might get more by being more.
   */
  private static final double SQUEEZED = 0.25;

  /**
   * Periods in a row after which this is the load's doing: a compiler that is at work for a moment
   * squeezes a loop, too.
   */
  private static final int SQUEEZED_PERIODS = 4;

  /** What more loops must bring where processors were idle, and where none was. */
  private static final double WORTH = 1.1;

  private static final double WORTH_THE_SQUEEZE = 1.2;

  /**
   * Where processors are idle, more loops are also worth it that are not full any more, although
   * clients ask for no more than before: unless the processor time of a command grows to this.
   */
  private static final double DEAR = 1.2;

  /** What a third less may cost. */
  private static final double HARMLESS = 0.93;

  /** Periods of little to do until there are fewer loops. */
  private static final int QUIET_PERIODS = 10;

  /** Until a second look at whether more loops are worth it. */
  private static final int PROBATION_PERIODS = 10;

  /** Of a trial, the first one sees connections move. */
  private static final int TRIAL_PERIODS = 3;

  /** So many times the commands a second, or one part in so many, are another load. */
  private static final double OTHER = 2;

  /** … if it lasts for so many periods. */
  private static final int OTHER_PERIODS = 3;

  /** A load that grows by itself is not yet fit for a trial. */
  private static final double STEADY = 1.1;

  private int inUse;
  private int quiet;
  private boolean isOnProbation;
  private int squeezed;
  private double lastCommands;
  private final Trials ofMore = new Trials(5);
  private final Trials ofFewer = new Trials(30);

  /** What is tried now; null: nothing. */
  private @Nullable Trial underWay;

  /**
   * When more loops, or fewer, are tried again: counted in periods that ask for it. What a trial
   * told is only true of its load; for another there is a trial at once.
   */
  private static final class Trials {
    private static final int LONGEST_PAUSE = 300;

    private final int firstPause;
    private int pause;
    private int left = 1;
    private double known;
    private int others;

    Trials(int firstPause) {
      this.firstPause = firstPause;
      this.pause = firstPause;
    }

    boolean isDue(double commands) {
      boolean isOther = commands > OTHER * known || commands * OTHER < known;
      others = isOther ? others + 1 : 0;
      return --left <= 0 || others >= OTHER_PERIODS;
    }

    void ended(boolean isSuccess, double commands) {
      pause = isSuccess ? firstPause : Math.min(2 * pause, LONGEST_PAUSE);
      waitFor(isSuccess ? 1 : pause, commands);
    }

    void waitFor(int periods, double commands) {
      left = periods;
      known = commands;
      others = 0;
    }
  }

  /**
   * The number for the next period.
   *
   * @param now the number of the last period
   * @param load of the last period
   * @param least the lowest number allowed
   * @param most the highest number allowed
   * @param mayTry whether few enough connections would have to move for a trial
   */
  int next(int now, Load load, int least, int most, boolean mayTry) {
    inUse = now;
    if (underWay != null) {
      judge(load, underWay);
    } else {
      consider(load, least, most, mayTry);
    }
    lastCommands = load.commands();
    inUse = Math.clamp(inUse, least, most);
    return inUse;
  }

  private void consider(Load load, int least, int most, boolean mayTry) {
    boolean isFull = load.demand() >= FULL * inUse;
    boolean isSteady = load.commands() <= STEADY * lastCommands;
    boolean isSqueezed = isFull && load.waiting() >= SQUEEZED * inUse;
    quiet = load.demand() < SPARE * (inUse - 1) ? quiet + 1 : 0;
    squeezed = isSqueezed ? squeezed + 1 : 0;
    if (quiet >= QUIET_PERIODS) {
      quiet = 0;
      inUse = Math.max(1, (int) Math.ceil(load.demand() / SPARE));
    } else if (isFull && load.idle() >= FREE && inUse < most) {
      int more = Math.min(Math.clamp((long) load.idle(), 1, inUse), most - inUse);
      if (!mayTry) {
        inUse += more;
      } else if (isSteady && ofMore.isDue(load.commands())) {
        begin(ofMore, more, WORTH, load);
      }
    } else if (quiet == 0 && mayTry && isSteady) {
      boolean isFree = load.idle() >= FREE;
      if (!isFree
          && squeezed >= SQUEEZED_PERIODS
          && inUse < most
          && ofMore.isDue(load.commands())) {
        int more = Math.min(Math.max(1, inUse / 2), most - inUse);
        begin(ofMore, more, WORTH_THE_SQUEEZE, load);
      } else if ((!isFree || isOnProbation) && inUse > least && ofFewer.isDue(load.commands())) {
        begin(ofFewer, -Math.min(Math.max(1, inUse / 3), inUse - least), HARMLESS, load);
      }
    }
  }

  private void begin(Trials trials, int change, double wanted, Load load) {
    double commands = (load.commands() + lastCommands) / 2;
    underWay = new Trial(trials, inUse, load.idle() >= FREE, commands, wanted, load.cost());
    squeezed = 0;
    inUse += change;
  }

  private void judge(Load load, Trial trial) {
    if (!trial.isOver(load)) {
      return;
    }
    boolean isMore = trial.trials == ofMore;
    boolean isSuccess = isMore ? trial.isWorthIt(inUse) : trial.isHarmless(inUse);
    trial.trials.ended(isSuccess, trial.commandsBefore);
    isOnProbation = isMore && isSuccess;
    if (!isSuccess) {
      inUse = trial.before;
    } else if (isMore) {
      ofFewer.waitFor(PROBATION_PERIODS, trial.commands);
    }
    underWay = null;
  }

  /** Another number of loops, for a moment. */
  private static final class Trial {
    final Trials trials;

    /** How many there were. */
    final int before;

    /** Whether processors were idle. */
    private final boolean wasFree;

    final double commandsBefore;

    /** So many times the commands are wanted. */
    private final double wanted;

    private final double costBefore;
    private int periods;
    double commands;
    private double cost;
    private double demand;

    Trial(
        Trials trials,
        int before,
        boolean wasFree,
        double commandsBefore,
        double wanted,
        double costBefore) {
      this.trials = trials;
      this.before = before;
      this.wasFree = wasFree;
      this.commandsBefore = commandsBefore;
      this.wanted = wanted;
      this.costBefore = costBefore;
    }

    boolean isOver(Load load) {
      periods++;
      if (periods > 1) {
        commands += load.commands() / (TRIAL_PERIODS - 1);
        cost += load.cost() / (TRIAL_PERIODS - 1);
        demand += load.demand() / (TRIAL_PERIODS - 1);
      }
      return periods == TRIAL_PERIODS;
    }

    private boolean isFull(int loops) {
      return demand >= FULL * loops;
    }

    boolean isWorthIt(int loops) {
      boolean isRelief = wasFree && !isFull(loops) && cost < DEAR * costBefore;
      return commands >= wanted * commandsBefore || isRelief;
    }

    boolean isHarmless(int loops) {
      boolean isCheap = !wasFree || !isFull(loops) || DEAR * cost <= costBefore;
      return commands >= wanted * commandsBefore && isCheap;
    }
  }
}
