package io.jacinth.protocol;

/** Writes replies as RESP3. */
public final class Resp3Writer extends Resp2Writer {
  /** {@code _ CR LF}. */
  private static final long NULL = 0x0A0D5FL;

  private static final long TRUE = 0x0A0D7423L;
  private static final long FALSE = 0x0A0D6623L;

  public Resp3Writer(ReplyBuffer out) {
    super(out);
  }

  @Override
  public void nil() {
    out.word(NULL, 3);
  }

  @Override
  public void nilArray() {
    out.word(NULL, 3);
  }

  @Override
  public void map(long count) {
    out.header('%', count);
  }

  @Override
  public void set(long count) {
    out.header('~', count);
  }

  @Override
  public void push(long count) {
    out.header('>', count);
  }

  @Override
  public void attribute(long count) {
    out.header('|', count);
  }

  @Override
  public void bigNumber(String digits) {
    out.word('(', 1);
    out.text(digits);
    out.word(0x0A0D, 2);
  }

  @Override
  public void real(double value) {
    out.word(',', 1);
    out.text(Decimals.shortest(value));
    out.word(0x0A0D, 2);
  }

  @Override
  public void real(Slice digits) {
    out.word(',', 1);
    out.bytes(digits.segment(), digits.offset(), digits.length());
    out.word(0x0A0D, 2);
  }

  @Override
  public void bigNumber(Slice digits) {
    out.word('(', 1);
    out.bytes(digits.segment(), digits.offset(), digits.length());
    out.word(0x0A0D, 2);
  }

  @Override
  public void bool(boolean value) {
    out.word(value ? TRUE : FALSE, 4);
  }

  @Override
  public void verbatim(String format, Slice text) {
    out.header('=', text.length() + 4L);
    out.text(format);
    out.word(':', 1);
    out.bytes(text.segment(), text.offset(), text.length());
    out.word(0x0A0D, 2);
  }

  @Override
  public boolean isResp3() {
    return true;
  }
}
