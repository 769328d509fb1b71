package io.jacinth.engine.acl;

import io.jacinth.engine.KeyPositions;
import io.jacinth.engine.RegisteredCommand;
import io.jacinth.engine.spec.KeyFlag;
import io.jacinth.engine.spec.KeySpec;
import io.jacinth.protocol.RequestParser;
import io.jacinth.protocol.Slice;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The verdict on one request after another: what a user's selectors say of its command, its keys
 * and its channels. A worker has one and reuses it, so that a verdict takes no memory.
 */
public final class AccessCheck {
  private final KeyPositions keys = new KeyPositions();
  private final Slice view = new Slice();
  private boolean hasFoundKeys;
  private RegisteredCommand command;
  private RequestParser request;
  private int shift;
  private int position;

  @SuppressWarnings("NullAway") // denial() sets the rest before it uses it
  public AccessCheck() {}

  /**
   * Why a request may not run, null where it may. Where no selector allows it, the reason is the
   * one that came closest to allowing it: a key or channel rather than the command, the rightmost.
   *
   * @param newShift how many words stand before the command's name in the request
   */
  @Nullable Denial denial(
      UserRules rules, RegisteredCommand newCommand, RequestParser newRequest, int newShift) {
    command = newCommand;
    request = newRequest;
    shift = newShift;
    hasFoundKeys = false;
    Denial worst = Denial.COMMAND;
    int worstPosition = 0;
    for (int i = 0; i < rules.selectors().size(); i++) {
      position = 0;
      Denial denial = denial(rules.selectors().get(i));
      if (denial == null) {
        return null;
      }
      int order = denial.compareTo(worst);
      if (order > 0 || order == 0 && position > worstPosition) {
        worst = denial;
        worstPosition = position;
      }
    }
    position = worstPosition;
    return worst;
  }

  /** The position of the key or channel that the last denial is about, from the command's name. */
  int position() {
    return position;
  }

  private @Nullable Denial denial(Selector selector) {
    if (!selector.allowsCommand(command, request, shift, view)) {
      return Denial.COMMAND;
    }
    if (!selector.allKeys() && !command.keySpecs().isEmpty() && !allowsKeys(selector)) {
      return Denial.KEY;
    }
    return selector.allChannels() || allowsChannels(selector) ? null : Denial.CHANNEL;
  }

  private boolean allowsKeys(Selector selector) {
    if (!hasFoundKeys) {
      findKeys();
      hasFoundKeys = true;
    }
    boolean distinguishes = selector.distinguishesUse();
    for (int i = 0; i < keys.count(); i++) {
      KeySpec spec = command.keySpecs().get(keys.specIndex(i));
      position = keys.position(i);
      int needed = distinguishes ? KeyPattern.needed(flags(spec)) : 0;
      if (!spec.flags().contains(KeyFlag.NOT_KEY)
          && !selector.allowsKey(request.argument(shift + position, view), needed)) {
        return false;
      }
    }
    return true;
  }

  /** A request that stands for itself may name a key several times: then each must be open. */
  private void findKeys() {
    if (shift == 0) {
      keys.find(command, request);
    } else {
      keys.find(command, request, shift);
    }
  }

  /** What the request does with its keys; for some commands that depends on its words. */
  private java.util.Set<KeyFlag> flags(KeySpec spec) {
    return spec.flags().contains(KeyFlag.VARIABLE_FLAGS)
        ? command.spec().keyFlags(spec, words())
        : spec.flags();
  }

  private List<String> words() {
    List<String> words = new ArrayList<>();
    for (int i = shift; i < request.count(); i++) {
      words.add(request.argument(i, view).toString());
    }
    return words;
  }

  private boolean allowsChannels(Selector selector) {
    Channels channels = Channels.of(command);
    if (channels == null) {
      return true;
    }
    int words = request.count() - shift;
    int last = channels.last() < 0 ? words + channels.last() : channels.last();
    for (int i = Channels.FIRST; i <= last; i++) {
      position = i;
      if (!selector.allowsChannel(request.argument(shift + i, view), channels.isPattern())) {
        return false;
      }
    }
    return true;
  }

  /** Whether some selector opens the request with every key there is (SORT BY and GET). */
  boolean opensEveryKey(
      UserRules rules, RegisteredCommand newCommand, RequestParser newRequest, int needed) {
    command = newCommand;
    request = newRequest;
    shift = 0;
    hasFoundKeys = false;
    for (Selector selector : rules.selectors()) {
      if (selector.allowsEveryKey(needed) && denial(selector) == null) {
        return true;
      }
    }
    return false;
  }
}
