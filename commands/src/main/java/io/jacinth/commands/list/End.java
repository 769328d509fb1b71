package io.jacinth.commands.list;

import static io.jacinth.engine.spec.Argument.oneOf;
import static io.jacinth.engine.spec.Argument.word;

import io.jacinth.engine.Call;
import io.jacinth.engine.error.ErrorReply;
import io.jacinth.engine.keyspace.KeyEvent;
import io.jacinth.engine.spec.Argument;
import io.jacinth.engine.value.Element;
import io.jacinth.engine.value.ListValue;
import io.jacinth.protocol.Reply;
import io.jacinth.protocol.Slice;

/** An end of a list: {@code LEFT}, where it begins, or {@code RIGHT}. */
enum End {
  LEFT(KeyEvent.LPUSH, KeyEvent.LPOP),
  RIGHT(KeyEvent.RPUSH, KeyEvent.RPOP);

  private final KeyEvent pushed;
  private final KeyEvent popped;

  End(KeyEvent pushed, KeyEvent popped) {
    this.pushed = pushed;
    this.popped = popped;
  }

  /** The end that an argument names. */
  static End of(Call call, int index) {
    if (call.is(index, "LEFT")) {
      return LEFT;
    }
    if (call.is(index, "RIGHT")) {
      return RIGHT;
    }
    throw ErrorReply.SYNTAX.exception();
  }

  /** The argument that names an end. */
  static Argument argument(String name) {
    return oneOf(name, word("LEFT"), word("RIGHT"));
  }

  /** The index of the element at this end. */
  long index() {
    return this == LEFT ? 0 : -1;
  }

  /** Adds an element at this end of a list, which expects it. */
  void push(ListValue list, Element element) {
    if (this == LEFT) {
      list.addFirst(element);
    } else {
      list.addLast(element);
    }
  }

  /** Adds an element at this end of a list, which expects it. */
  void push(ListValue list, Slice element) {
    if (this == LEFT) {
      list.addFirst(element);
    } else {
      list.addLast(element);
    }
  }

  /** Answers so many elements from this end on, each a reply. */
  void answer(ListValue list, Reply reply, long count) {
    if (this == LEFT) {
      list.answer(reply, 0, count);
    } else {
      list.answerBackwards(reply, -1, count);
    }
  }

  /** Removes so many elements at this end. */
  void drop(ListValue list, long count) {
    if (this == LEFT) {
      list.dropFirst(count);
    } else {
      list.dropLast(count);
    }
  }

  /** The command that removes elements here. */
  String popCommand() {
    return this == LEFT ? "LPOP" : "RPOP";
  }

  /** What an element added here is called. */
  KeyEvent pushed() {
    return pushed;
  }

  /** What an element removed here is called. */
  KeyEvent popped() {
    return popped;
  }
}
