package io.jacinth.engine;

import io.jacinth.engine.spec.KeySpec;
import io.jacinth.protocol.RequestParser;
import io.jacinth.protocol.Slice;
import java.util.Arrays;
import java.util.Map;

/**
 * Finds the positions of the keys among a request's arguments, by the command's key specifications.
 * Owned by one worker and reused.
 */
public final class KeyPositions {
  private final Slice view = new Slice();
  private int[] positions = new int[64];
  private int[] specs = new int[64];
  private int count;
  private boolean isValid;

  /**
   * Collects the positions; {@link #isValid()} is false where the arguments make no sense. A
   * keyword before one key that stands there several times gives a key each time: which of them
   * counts, the command says.
   */
  public KeyPositions find(RegisteredCommand command, RequestParser request) {
    find(command, request, 0);
    for (int i = 0; i < command.keySpecs().size(); i++) {
      KeySpec spec = command.keySpecs().get(i);
      if (spec.begin() instanceof KeySpec.Begin.Keyword keyword
          && spec.find() instanceof KeySpec.Find.Range range
          && range.lastKey() == 0) {
        findAgain(spec, keyword, i, request);
      }
    }
    return this;
  }

  private void findAgain(
      KeySpec spec, KeySpec.Begin.Keyword keyword, int specIndex, RequestParser request) {
    int words = request.count();
    int key = search(keyword.word(), keyword.startFrom(), request, 0, words);
    while (key != 0) {
      key = search(keyword.word(), key, request, 0, words);
      if (key != 0) {
        find(spec, key, specIndex, request, 0, words);
      }
    }
  }

  /**
   * Collects the positions of a command whose name stands {@code shift} words into the request. A
   * keyword gives a key where it stands first.
   */
  public KeyPositions find(RegisteredCommand command, RequestParser request, int shift) {
    count = 0;
    isValid = true;
    int words = request.count() - shift;
    for (int i = 0; i < command.keySpecs().size(); i++) {
      KeySpec spec = command.keySpecs().get(i);
      int first =
          switch (spec.begin()) {
            case KeySpec.Begin.Index index -> index.position();
            case KeySpec.Begin.Keyword keyword ->
                search(keyword.word(), keyword.startFrom(), request, shift, words);
            case KeySpec.Begin.LastOption option -> search(option, request, shift, words);
            case KeySpec.Begin.Unknown unknown -> 0;
          };
      if (first > 0) {
        find(spec, first, i, request, shift, words);
      }
    }
    return this;
  }

  private void find(
      KeySpec spec, int first, int specIndex, RequestParser request, int shift, int words) {
    switch (spec.find()) {
      case KeySpec.Find.Range range -> range(range, first, specIndex, words);
      case KeySpec.Find.KeyNumber number ->
          counted(number, first, specIndex, request, shift, words);
      case KeySpec.Find.Unknown unknown -> {}
    }
  }

  /** The position behind a keyword, sought from a position on; the last word is none. */
  private int search(String keyword, int startFrom, RequestParser request, int shift, int words) {
    int step = startFrom < 0 ? -1 : 1;
    int i = startFrom < 0 ? words + startFrom : startFrom;
    for (; i > 0 && i < words - 1; i += step) {
      if (request.argument(shift + i, view).is(keyword)) {
        return i + 1;
      }
    }
    return 0;
  }

  private int search(KeySpec.Begin.LastOption option, RequestParser request, int shift, int words) {
    int found = 0;
    for (int i = option.startFrom(); i < words; i++) {
      Slice word = request.argument(shift + i, view);
      if (word.is(option.word()) && i + 1 < words) {
        found = ++i;
        continue;
      }
      for (Map.Entry<String, Integer> other : option.values().entrySet()) {
        i += word.is(other.getKey()) ? other.getValue() : 0;
      }
    }
    return found;
  }

  private void range(KeySpec.Find.Range range, int first, int specIndex, int words) {
    int last = first + range.lastKey();
    if (range.lastKey() < 0) {
      last = words + range.lastKey();
      if (range.limit() > 1) {
        last = first + (words - first) / range.limit() + range.lastKey();
      }
    }
    if (last >= words || first >= words) {
      isValid = false;
      return;
    }
    for (int i = first; i <= last; i += range.step()) {
      add(i, specIndex);
    }
  }

  private void counted(
      KeySpec.Find.KeyNumber number,
      int first,
      int specIndex,
      RequestParser request,
      int shift,
      int words) {
    int at = first + number.numberPosition();
    if (at >= words) {
      isValid = false;
      return;
    }
    long keys = request.argument(shift + at, view).integerOr(-1);
    long start = (long) first + number.firstKey();
    if (keys <= 0 || keys > words || start + (keys - 1) * number.step() >= words) {
      isValid = keys == 0;
      return;
    }
    for (long i = 0; i < keys; i++) {
      add((int) (start + i * number.step()), specIndex);
    }
  }

  private void add(int position, int specIndex) {
    if (count == positions.length) {
      positions = Arrays.copyOf(positions, count * 2);
      specs = Arrays.copyOf(specs, count * 2);
    }
    positions[count] = position;
    specs[count++] = specIndex;
  }

  public int count() {
    return count;
  }

  /** A position relative to the command's name. */
  public int position(int index) {
    return positions[index];
  }

  /** Which of the command's key specifications gave a position. */
  public int specIndex(int index) {
    return specs[index];
  }

  public boolean isValid() {
    return isValid;
  }
}
