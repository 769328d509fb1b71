package io.jacinth.lua;

import org.jspecify.annotations.Nullable;

/**
 * An error of a script, which pcall catches: any value, mostly a string that begins with the place.
 * It has no Java stack trace; what a caller may want to know of the place is {@link #position}.
 */
public final class LuaError extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient @Nullable Object value;
  private transient @Nullable Position position;

  /**
   * The place where an error arose: the innermost function written in Lua.
   *
   * @param source the chunk's name as it was given, "@user_script"
   */
  public record Position(LuaString source, int line) {
    /** The chunk's name as messages show it, "user_script". */
    public LuaString chunkName() {
      return ChunkNames.shown(source);
    }
  }

  /** An error with this value, as it is. */
  public LuaError(@Nullable Object value) {
    super(null, null, false, false);
    this.value = value;
  }

  LuaError(@Nullable Object value, @Nullable Position position) {
    this(value);
    this.position = position;
  }

  /** An error with a text that begins with the place of the running function, as C's luaL_error. */
  public static LuaError of(String message) {
    return Places.error(LuaString.of(message), 1);
  }

  /** As {@link #of(String)}. */
  public static LuaError of(LuaString message) {
    return Places.error(message, 1);
  }

  /** As {@link #of} with the place of a level: 0 for none, 1 for the caller, 2 for its caller. */
  public static LuaError at(LuaString message, int level) {
    return level <= 0 ? literal(message) : Places.error(message, level);
  }

  /** An error with a text as it is; the place is still known. */
  public static LuaError literal(LuaString message) {
    return thrown(message);
  }

  /** An error with any value; the place is known. */
  public static LuaError thrown(@Nullable Object value) {
    return new LuaError(value, Places.position(1));
  }

  /** As {@link #thrown}, from a debugger: the place is the line that it was told of. */
  public static LuaError thrownAtLine(@Nullable Object value) {
    return new LuaError(value, Places.position(0));
  }

  /** The text as it is, without a place; the place is still known. */
  public static LuaError plain(String message) {
    return new LuaError(LuaString.of(message), Places.position(1));
  }

  public @Nullable Object value() {
    return value;
  }

  /** Where it arose; null if no function written in Lua was running. */
  public @Nullable Position position() {
    return position;
  }

  /** The value as a text for people. */
  @Override
  public String getMessage() {
    return Conversions.text(value);
  }
}
