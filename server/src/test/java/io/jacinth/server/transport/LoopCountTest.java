package io.jacinth.server.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class LoopCountTest {
  private static final int MOST = 8;

  private final LoopCount count = new LoopCount();
  private int inUse = 1;

  /** Goes on for so many periods, under the load that so many loops would see. */
  private int after(int periods, IntFunction<Load> load) {
    for (int i = 0; i < periods; i++) {
      inUse = count.next(inUse, load.apply(inUse), 1, MOST, true);
    }
    return inUse;
  }

  private int highestWithin(int periods, IntFunction<Load> load) {
    int highest = 0;
    for (int i = 0; i < periods; i++) {
      highest = Math.max(highest, after(1, load));
    }
    return highest;
  }

  /** Many processors, all work done by as many loops as there are. */
  private static IntFunction<Load> work(double processors) {
    return loops -> {
      double running = Math.min(processors, loops);
      return new Load(running, 0, 16 - running, running * 1e6);
    };
  }

  @Test
  void oneLoopServesALittleLoad() {
    assertThat(highestWithin(100, work(0.5))).isEqualTo(1);
  }

  @Test
  void fullLoopsGetCompanyWhileProcessorsAreIdle() {
    after(1, work(6));
    assertThat(after(1, work(6))).isEqualTo(2);
    assertThat(after(4, work(6))).isEqualTo(4);
    assertThat(after(10, work(6))).isEqualTo(8);
  }

  @Test
  void whereTooManyConnectionsWouldMoveThereIsNoTrial() {
    assertThat(count.next(2, work(6).apply(2), 1, MOST, false)).isEqualTo(4);
  }

  /** All want one key: two loops do no more than one, although a processor is idle. */
  private static Load oneKey(int loops) {
    return new Load(0.97 * loops, 0, 2 - loops, 800_000);
  }

  @Test
  void aLoopThatBringsNothingIsNotKept() {
    assertThat(periodsOfTwo(1000, LoopCountTest::oneKey)).isBetween(3, 40);
  }

  private int periodsOfTwo(int periods, IntFunction<Load> load) {
    int count = 0;
    for (int i = 0; i < periods; i++) {
      count += after(1, load) == 2 ? 1 : 0;
    }
    return count;
  }

  /** Clients that ask for so much and no more, from other machines. */
  private static Load fixedRate(int loops) {
    return new Load(0.92 + 0.05 * loops, 0, 7, 800_000);
  }

  @Test
  void aFullLoopIsRelievedThoughItsClientsAskForNoMore() {
    after(6, LoopCountTest::fixedRate);
    assertThat(periodsOfTwo(1000, LoopCountTest::fixedRate)).isGreaterThan(950);
  }

  /** Two loops do the work of one, not full, at a third more processor time. */
  private static Load dearInTwo(int loops) {
    return loops == 1 ? new Load(0.98, 0, 0.4, 2_200_000) : new Load(1.2, 0, 0.4, 2_100_000);
  }

  @Test
  void reliefThatCostsTooMuchIsNone() {
    assertThat(periodsOfTwo(1000, LoopCountTest::dearInTwo)).isLessThan(40);
  }

  private int age;

  /** The same, by a program that does a tenth more in each of its first ten periods. */
  private Load warmingUp(int loops) {
    return new Load(0.97 * loops, 0, 2 - loops, 800_000 * Math.pow(1.09, Math.min(++age, 10)));
  }

  @Test
  void whatAProgramGainsByItselfIsNoReasonToKeepALoop() {
    assertThat(highestWithin(8, this::warmingUp)).isEqualTo(2);
    after(15, this::warmingUp);
    assertThat(periodsOfTwo(100, this::warmingUp)).isLessThan(30);
  }

  @Test
  void noMoreThanAreAllowed() {
    assertThat(highestWithin(100, work(100))).isEqualTo(MOST);
  }

  @Test
  void fewerServeALoadThatHasGone() {
    after(20, work(6));
    assertThat(after(9, work(0.3))).isEqualTo(8);
    assertThat(after(1, work(0.3))).isEqualTo(1);
  }

  /** One client thread and one loop on two processors, as redis-benchmark with a pipeline. */
  private static Load pipeline(int loops) {
    return loops == 1 ? new Load(0.96, 0.02, 0.04, 1_400_000) : new Load(1.3, 0.6, 0.02, 1_000_000);
  }

  @Test
  void aLoopThatHasAProcessorToItselfStaysAlone() {
    assertThat(highestWithin(1000, LoopCountTest::pipeline)).isEqualTo(1);
  }

  /** As many threads of clients as processors: a second loop gets a larger share of them. */
  private static Load crowded(int loops) {
    return switch (loops) {
      case 1 -> new Load(0.66, 0.33, 0, 75_000);
      case 2 -> new Load(1, 0.7, 0, 110_000);
      default -> new Load(1.2, 1.6, 0, 105_000);
    };
  }

  @Test
  void aSecondLoopIsKeptWhereItIsWorthIt() {
    assertThat(after(20, LoopCountTest::crowded)).isEqualTo(2);
  }

  @Test
  void aMomentOfSqueezeIsNoReasonToTry() {
    for (int i = 0; i < 100; i++) {
      assertThat(highestWithin(3, LoopCountTest::crowded)).isEqualTo(1);
      assertThat(highestWithin(1, LoopCountTest::pipeline)).isEqualTo(1);
    }
  }

  @Test
  void whatWasTriedInVainIsTriedLessAndLessOften() {
    after(2000, LoopCountTest::crowded);
    int others = 0;
    for (int i = 0; i < 1000; i++) {
      others += after(1, LoopCountTest::crowded) == 2 ? 0 : 1;
    }
    assertThat(others).isBetween(1, 30);
  }

  @Test
  void aNumberChosenAtABadMomentIsMended() {
    after(7, LoopCountTest::crowded);
    assertThat(inUse).isEqualTo(2);
    assertThat(after(60, LoopCountTest::pipeline)).isEqualTo(1);
  }

  /**
   * Deep pipelines of one client thread, which leaves its processor idle for a part of the time.
   */
  private static Load filling(int loops) {
    return loops == 1 ? new Load(0.98, 0, 0.4, 900_000) : new Load(1.3, 0.1, 0.1, 1_200_000);
  }

  @Test
  void whatATrialToldIsForgottenWithItsLoad() {
    assertThat(after(20, LoopCountTest::filling)).isEqualTo(2);
    assertThat(after(6, LoopCountTest::shallow)).isEqualTo(1);
    assertThat(after(3, LoopCountTest::shallow)).isEqualTo(1);
  }

  /** One client thread that fills a processor, and requests one by one. */
  private static Load shallow(int loops) {
    return loops == 1 ? new Load(0.88, 0.03, 0.02, 100_000) : new Load(1, 0.3, 0, 95_000);
  }

  @Test
  void nothingIsTriedWhereTooManyConnectionsWouldMove() {
    for (int i = 0; i < 100; i++) {
      assertThat(count.next(1, crowded(1), 1, MOST, false)).isEqualTo(1);
    }
  }

  @Test
  void theLeastNumberIsKept() {
    for (int i = 0; i < 100; i++) {
      assertThat(count.next(3, work(0.1).apply(3), 3, MOST, true)).isEqualTo(3);
    }
  }

  /** All processors busy, and each loop does its share. */
  private static Load saturated(int loops) {
    return new Load(loops * 0.95, 0.02, 0, loops * 100_000);
  }

  @Test
  void loopsThatAllCountAreKept() {
    after(20, work(100));
    int fewest = MOST;
    for (int i = 0; i < 2000; i++) {
      int now = after(1, LoopCountTest::saturated);
      fewest = i % 4 == 3 ? Math.min(fewest, now) : fewest;
    }
    assertThat(after(10, LoopCountTest::saturated)).isEqualTo(MOST);
    assertThat(fewest).isGreaterThan(MOST / 2);
  }

  /** A busy client beside the loop makes the commands a second uncertain by some per cent. */
  private int turn;

  private Load uncertain(int loops) {
    return new Load(0.85 * loops, 0.1 * loops, 0.05, 90_000 * (++turn % 3 == 0 ? 0.95 : 1));
  }

  @Test
  void fewerAreTakenWhereTheDifferenceIsNoise() {
    after(6, work(1.9));
    assertThat(inUse).isGreaterThan(1);
    after(200, this::uncertain);
    assertThat(inUse).isEqualTo(1);
  }
}
