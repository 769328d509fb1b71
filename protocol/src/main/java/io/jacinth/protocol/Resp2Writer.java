package io.jacinth.protocol;

/** Writes replies as RESP2. Numbers and short constants are written as words; nothing allocates. */
public class Resp2Writer implements Reply {
  /** {@code +OK CR LF}, lowest byte first. */
  private static final long OK = 0x0A0D4B4F2BL;

  /** {@code $-1 CR LF} and {@code *-1 CR LF}. */
  private static final long NIL = 0x0A0D312D24L;

  private static final long NIL_ARRAY = 0x0A0D312D2AL;

  final ReplyBuffer out;

  public Resp2Writer(ReplyBuffer out) {
    this.out = out;
  }

  @Override
  public final void ok() {
    out.word(OK, 5);
  }

  @Override
  public final void status(String text) {
    out.word('+', 1);
    out.text(text);
    out.word(0x0A0D, 2);
  }

  @Override
  public final void error(String text) {
    out.word('-', 1);
    out.line(text);
    out.word(0x0A0D, 2);
  }

  @Override
  public final void integer(long value) {
    out.header(':', value);
  }

  @Override
  public final void bulk(Slice bytes) {
    out.bulk(bytes.segment(), bytes.offset(), bytes.length());
  }

  @Override
  public final void bulk(byte[] bytes, int length) {
    out.header('$', length);
    out.bytes(bytes, length);
    out.word(0x0A0D, 2);
  }

  @Override
  public final void bulk(String text) {
    if (!isAscii(text)) {
      bulk(Slice.of(text));
      return;
    }
    out.header('$', text.length());
    out.text(text);
    out.word(0x0A0D, 2);
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 127) {
        return false;
      }
    }
    return true;
  }

  @Override
  public final void bulkInteger(long value) {
    out.header('$', Decimals.length(value));
    out.number(value);
    out.word(0x0A0D, 2);
  }

  @Override
  public void nil() {
    out.word(NIL, 5);
  }

  @Override
  public void nilArray() {
    out.word(NIL_ARRAY, 5);
  }

  @Override
  public final void array(long count) {
    out.header('*', count);
  }

  @Override
  public void map(long count) {
    out.header('*', count * 2);
  }

  @Override
  public void set(long count) {
    out.header('*', count);
  }

  @Override
  public void push(long count) {
    out.header('*', count);
  }

  @Override
  public void real(double value) {
    bulk(Decimals.shortest(value));
  }

  @Override
  public void bool(boolean value) {
    integer(value ? 1 : 0);
  }

  @Override
  public void verbatim(String format, Slice text) {
    bulk(text);
  }

  @Override
  public boolean isResp3() {
    return false;
  }
}
