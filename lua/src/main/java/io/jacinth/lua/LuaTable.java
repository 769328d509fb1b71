package io.jacinth.lua;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A table: an array for the keys from 1 on, and a hash part for all others.
 *
 * <p>Both follow C Lua 5.1 in every decision about sizes and places, because scripts can see them:
 * in the order of traversal and in what {@code #} answers for a table with holes. The hash part is
 * a chained scatter table with Brent's variation (Lua 5.1, "ltable"): parallel arrays of keys,
 * values and links; an element is in its main position unless another that belongs there came
 * first, and a colliding element that is not at home is moved away. A key whose value is nil stays
 * until the next rehash, so that a traversal may clear fields.
 *
 * <p>A table may be made read-only ({@link #freeze}); every way to change it then fails.
 */
public final class LuaTable {
  private static final @Nullable Object[] NO_ARRAY = {};
  private static final @Nullable Object[] NO_KEYS = {null};
  private static final int[] NO_LINKS = {-1};
  private static final int END = -1;
  private static final int ABSENT = -1;
  private static final int MAX_BITS = 26;

  /**
   * Bytes of a table without elements, of an array slot, of a hash slot with a boxed key or value.
   */
  static final int TABLE_BYTES = 64;

  static final int SLOT_BYTES = 20;
  static final int NODE_BYTES = 44;

  private final MemoryBudget memory;
  private @Nullable Object[] array = NO_ARRAY;
  private @Nullable Object[] keys = NO_KEYS;
  private @Nullable Object[] values = NO_KEYS;
  private int[] links = NO_LINKS;
  private int free;
  private @Nullable LuaTable metatable;
  private boolean frozen;

  /** An empty table that no budget counts: for what is built once and shared. */
  public LuaTable() {
    this(MemoryBudget.UNLIMITED, 0, 0);
  }

  /** An empty table with room for so many array elements and others. */
  public LuaTable(MemoryBudget memory, int arraySize, int hashSize) {
    this.memory = memory;
    memory.charge(TABLE_BYTES);
    if (arraySize > 0 || hashSize > 0) {
      resize(arraySize, hashSize);
    }
  }

  /** Makes the table read-only for ever. Its metatable cannot be changed either. */
  public LuaTable freeze() {
    frozen = true;
    return this;
  }

  /** As {@link #freeze}, and {@code false} undoes it. */
  public void setReadOnly(boolean readOnly) {
    frozen = readOnly;
  }

  public boolean isReadOnly() {
    return frozen;
  }

  public @Nullable LuaTable metatable() {
    return metatable;
  }

  /** Gives or takes the metatable. */
  public void setMetatable(@Nullable LuaTable table) {
    if (frozen) {
      throw readOnly();
    }
    metatable = table;
  }

  static LuaError readOnly() {
    return Places.error(LuaString.constant("Attempt to modify a readonly table"), 0);
  }

  // ---- reading

  /** The value of a key, nil if there is none; metatables play no part. */
  public @Nullable Object get(@Nullable Object key) {
    if (key instanceof LuaString string) {
      return get(string);
    }
    if (key instanceof Double number) {
      return getNumber(number);
    }
    return key == null ? null : nodeValue(findOther(key));
  }

  public @Nullable Object get(LuaString key) {
    int node = key.hashCode() & (keys.length - 1);
    @Nullable Object[] known = keys;
    do {
      Object candidate = known[node];
      if (candidate == (Object) key
          || (candidate instanceof LuaString string && string.equals(key))) {
        return values[node];
      }
      node = links[node];
    } while (node != END);
    return null;
  }

  public @Nullable Object getNumber(double key) {
    int index = (int) key;
    if (index == key) {
      return getInt(index);
    }
    return nodeValue(findNumber(key));
  }

  public @Nullable Object getInt(int index) {
    int slot = index - 1;
    if (slot >= 0 && slot < array.length) {
      return array[slot];
    }
    return keys == NO_KEYS ? null : nodeValue(findNumber(index));
  }

  private @Nullable Object nodeValue(int node) {
    return node == ABSENT ? null : values[node];
  }

  private int findString(LuaString key) {
    int node = key.hashCode() & (keys.length - 1);
    do {
      Object candidate = keys[node];
      if (candidate == (Object) key
          || (candidate instanceof LuaString string && string.equals(key))) {
        return node;
      }
      node = links[node];
    } while (node != END);
    return ABSENT;
  }

  private int findNumber(double key) {
    int node = placeOf(key);
    do {
      if (keys[node] instanceof Double number && number.doubleValue() == key) {
        return node;
      }
      node = links[node];
    } while (node != END);
    return ABSENT;
  }

  private int findOther(Object key) {
    int node = mainPosition(key);
    do {
      Object candidate = keys[node];
      if (candidate == key || (key instanceof Boolean && key.equals(candidate))) {
        return node;
      }
      node = links[node];
    } while (node != END);
    return ABSENT;
  }

  private int find(Object key) {
    if (key instanceof LuaString string) {
      return findString(string);
    }
    return key instanceof Double number ? findNumber(number) : findOther(key);
  }

  // ---- places

  private int mainPosition(Object key) {
    if (key instanceof LuaString string) {
      return string.hashCode() & (keys.length - 1);
    }
    if (key instanceof Double number) {
      return placeOf(number);
    }
    if (key instanceof Boolean truth) {
      return (truth ? 1 : 0) & (keys.length - 1);
    }
    return Integer.remainderUnsigned(System.identityHashCode(key), (keys.length - 1) | 1);
  }

  private int placeOf(double key) {
    if (key == 0) {
      return 0;
    }
    long bits = Double.doubleToRawLongBits(key);
    return Integer.remainderUnsigned((int) bits + (int) (bits >>> 32), (keys.length - 1) | 1);
  }

  // ---- writing

  /** Fails where a table cannot have the key, which C Lua finds before it asks a metamethod. */
  static void checkKey(@Nullable Object key) {
    if (key == null) {
      throw nilKey();
    }
    if (key instanceof Double number && number.isNaN()) {
      throw nanKey();
    }
  }

  private static LuaError nilKey() {
    return Places.error(LuaString.constant("table index is nil"), 0);
  }

  private static LuaError nanKey() {
    return Places.error(LuaString.constant("table index is NaN"), 0);
  }

  /** Gives a key a value, nil to remove it; metatables play no part. */
  public void put(@Nullable Object key, @Nullable Object value) {
    if (key instanceof LuaString string) {
      put(string, value);
    } else if (key instanceof Double number) {
      putNumber(number, number, value);
    } else if (key == null) {
      throw frozen ? readOnly() : nilKey();
    } else {
      checkWritable();
      putNode(findOther(key), key, value);
    }
  }

  public void put(LuaString key, @Nullable Object value) {
    checkWritable();
    putNode(findString(key), key, value);
  }

  public void put(String key, @Nullable Object value) {
    put(LuaString.constant(key), value);
  }

  public void putInt(int index, @Nullable Object value) {
    int slot = index - 1;
    if (slot >= 0 && slot < array.length && !frozen) {
      array[slot] = value;
    } else {
      checkWritable();
      putNode(findNumber(index), null, index, value);
    }
  }

  public void putNumber(double key, @Nullable Object value) {
    putNumber(key, null, value);
  }

  private void putNumber(double key, @Nullable Double boxed, @Nullable Object value) {
    int index = (int) key;
    if (index == key && index > 0 && index <= array.length && !frozen) {
      array[index - 1] = value;
      return;
    }
    checkWritable();
    if (Double.isNaN(key)) {
      throw nanKey();
    }
    putNode(findNumber(key), boxed, key, value);
  }

  private void putNode(int node, @Nullable Double boxed, double key, @Nullable Object value) {
    if (node == ABSENT) {
      insert(boxed == null ? Double.valueOf(key) : boxed, value);
    } else {
      values[node] = value;
    }
  }

  private void putNode(int node, Object key, @Nullable Object value) {
    if (node == ABSENT) {
      insert(key, value);
    } else {
      values[node] = value;
    }
  }

  private void checkWritable() {
    if (frozen) {
      throw readOnly();
    }
  }

  /**
   * Replaces the value of a key that has one, in a table that may be written; false if it has none
   * and nothing was done.
   */
  boolean replace(LuaString key, @Nullable Object value) {
    int node = findString(key);
    if (node == ABSENT || values[node] == null || frozen) {
      return false;
    }
    values[node] = value;
    return true;
  }

  /** As {@link #replace(LuaString, Object)} for an element of the array part. */
  boolean replace(int index, @Nullable Object value) {
    int slot = index - 1;
    if (slot < 0 || slot >= array.length || array[slot] == null || frozen) {
      return false;
    }
    array[slot] = value;
    return true;
  }

  /** Adds a key that is not there yet, growing where no place is free. */
  private void insert(Object key, @Nullable Object value) {
    int main = mainPosition(key);
    if (keys == NO_KEYS || values[main] != null) {
      int spare = freeNode();
      if (spare == ABSENT) {
        rehash(key);
        put(key, value);
        return;
      }
      main = makeRoom(main, spare);
    }
    keys[main] = key;
    values[main] = value;
  }

  /** The node for a new key whose main position is taken: it, or the spare one. */
  private int makeRoom(int main, int spare) {
    int home = mainPosition(Objects.requireNonNull(keys[main]));
    if (home == main) {
      links[spare] = links[main];
      links[main] = spare;
      return spare;
    }
    int before = home;
    while (links[before] != main) {
      before = links[before];
    }
    links[before] = spare;
    keys[spare] = keys[main];
    values[spare] = values[main];
    links[spare] = links[main];
    links[main] = END;
    values[main] = null;
    return main;
  }

  private int freeNode() {
    if (keys == NO_KEYS) {
      return ABSENT;
    }
    while (free > 0) {
      free--;
      if (keys[free] == null) {
        return free;
      }
    }
    return ABSENT;
  }

  // ---- growing

  private void rehash(Object extraKey) {
    int[] slices = new int[MAX_BITS + 1];
    int arrayCount = countArray(slices);
    int total = arrayCount;
    for (int node = 0; node < keys.length; node++) {
      memory.pollAt(node);
      if (values[node] != null) {
        arrayCount += countAsIndex(keys[node], slices);
        total++;
      }
    }
    arrayCount += countAsIndex(extraKey, slices);
    total++;
    int size = 0;
    int inArray = 0;
    int seen = 0;
    int power = 1;
    for (int slice = 0; slice <= MAX_BITS && power / 2 < arrayCount; slice++, power *= 2) {
      seen += slices[slice];
      if (slices[slice] > 0 && seen > power / 2) {
        size = power;
        inArray = seen;
      }
      if (seen == arrayCount) {
        break;
      }
    }
    resize(size, total - inArray);
  }

  private int countArray(int[] slices) {
    int count = 0;
    int index = 1;
    int power = 1;
    for (int slice = 0; slice <= MAX_BITS; slice++, power *= 2) {
      int limit = Math.min(power, array.length);
      int inSlice = 0;
      for (; index <= limit; index++) {
        memory.pollAt(index);
        if (array[index - 1] != null) {
          inSlice++;
        }
      }
      slices[slice] += inSlice;
      count += inSlice;
      if (index > array.length) {
        break;
      }
    }
    return count;
  }

  private static int countAsIndex(@Nullable Object key, int[] slices) {
    if (key instanceof Double number) {
      int index = (int) number.doubleValue();
      if (index == number && index > 0 && index <= 1 << MAX_BITS) {
        slices[ceilLog2(index)]++;
        return 1;
      }
    }
    return 0;
  }

  private static int ceilLog2(int number) {
    return 32 - Integer.numberOfLeadingZeros(number - 1);
  }

  /** Either all of it is done or nothing: it may be stopped, and memory refused. */
  private void resize(int arraySize, int hashSize) {
    chargeGrowth(arraySize, nodesFor(hashSize));
    @Nullable Object[] oldArray = array;
    @Nullable Object[] oldKeys = keys;
    @Nullable Object[] oldValues = values;
    int[] oldLinks = links;
    int oldFree = free;
    try {
      move(arraySize, hashSize);
    } catch (LuaStopped | OutOfMemoryError e) {
      array = oldArray;
      keys = oldKeys;
      values = oldValues;
      links = oldLinks;
      free = oldFree;
      throw e;
    }
  }

  private void move(int arraySize, int hashSize) {
    if (arraySize > array.length) {
      array = Arrays.copyOf(array, arraySize);
    }
    @Nullable Object[] oldKeys = keys;
    @Nullable Object[] oldValues = values;
    newNodes(hashSize);
    if (arraySize < array.length) {
      @Nullable Object[] old = array;
      array = Arrays.copyOf(old, arraySize);
      for (int slot = arraySize; slot < old.length; slot++) {
        memory.pollAt(slot);
        if (old[slot] != null) {
          putInt(slot + 1, old[slot]);
        }
      }
    }
    for (int node = oldKeys.length - 1; node >= 0; node--) {
      memory.pollAt(node);
      if (oldValues[node] != null) {
        put(oldKeys[node], oldValues[node]);
      }
    }
  }

  private void chargeGrowth(int arraySize, int nodes) {
    long slots = Math.max(0L, arraySize - array.length);
    long more = Math.max(0L, nodes - countNodes());
    if (slots + more > 0) {
      memory.charge(slots * SLOT_BYTES + more * NODE_BYTES);
    }
  }

  private static int nodesFor(int size) {
    if (size == 0) {
      return 0;
    }
    int bits = ceilLog2(size);
    if (bits > MAX_BITS) {
      throw Places.error(LuaString.constant("table overflow"), 0);
    }
    return 1 << bits;
  }

  private void newNodes(int size) {
    if (size == 0) {
      keys = NO_KEYS;
      values = NO_KEYS;
      links = NO_LINKS;
      free = 0;
      return;
    }
    int nodes = nodesFor(size);
    @Nullable Object[] newKeys = new @Nullable Object[nodes];
    @Nullable Object[] newValues = new @Nullable Object[nodes];
    int[] newLinks = new int[nodes];
    Arrays.fill(newLinks, END);
    keys = newKeys;
    values = newValues;
    links = newLinks;
    free = nodes;
  }

  // ---- traversal and length

  /**
   * The position of the first element after a position, to be used with {@link #keyAt} and {@link
   * #valueAt}; -1 at the end. Begins at 0. Fields may be changed and cleared meanwhile, not added.
   */
  public int next(int position) {
    int at = position;
    for (; at < array.length; at++) {
      memory.pollAt(at);
      if (array[at] != null) {
        return at + 1;
      }
    }
    for (int node = at - array.length; node < keys.length; node++) {
      memory.pollAt(node);
      if (values[node] != null) {
        return array.length + node + 1;
      }
    }
    return -1;
  }

  /** The key at a position that {@link #next} gave. */
  public @Nullable Object keyAt(int position) {
    int slot = position - 1;
    return slot < array.length ? (Object) (double) (slot + 1) : keys[slot - array.length];
  }

  /** The value at a position that {@link #next} gave. */
  public @Nullable Object valueAt(int position) {
    int slot = position - 1;
    return slot < array.length ? array[slot] : values[slot - array.length];
  }

  /** The position of a key, 0 for nil, -1 if the table does not know it. */
  public int positionOf(@Nullable Object key) {
    if (key == null) {
      return 0;
    }
    if (key instanceof Double number) {
      int index = (int) number.doubleValue();
      if (index == number && index > 0 && index <= array.length) {
        return index;
      }
    }
    int node = find(key);
    return node == ABSENT ? -1 : array.length + node + 1;
  }

  /**
   * A border: an index with a value whose successor has none, as C Lua finds it; 0 if there is
   * none.
   */
  public int length() {
    int high = array.length;
    if (high > 0 && array[high - 1] == null) {
      return borderWithin(0, high);
    }
    return keys == NO_KEYS ? high : borderBeyond(high);
  }

  private int borderWithin(int from, int to) {
    int low = from;
    int high = to;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (array[middle - 1] == null) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return low;
  }

  private int borderBeyond(int from) {
    int low = from;
    int high = from + 1;
    while (getInt(high) != null) {
      low = high;
      if (high > Integer.MAX_VALUE / 2) {
        return linearBorder();
      }
      high *= 2;
    }
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (getInt(middle) == null) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return low;
  }

  private int linearBorder() {
    int index = 1;
    while (getInt(index) != null) {
      index++;
    }
    return index - 1;
  }

  /** Whether a key is at a position, without searching for it. */
  boolean isAt(int position, @Nullable Object key) {
    int slot = position - 1;
    if (slot < array.length) {
      return key instanceof Double number && number == position;
    }
    return slot - array.length < keys.length && keys[slot - array.length] == key;
  }

  /**
   * Gives values to the indexes from one on, as a constructor does; grows the array part if need
   * be.
   */
  public void fill(int from, @Nullable Object[] elements) {
    checkWritable();
    int last = from + elements.length - 1;
    if (last > array.length) {
      resize(last, countNodes());
    }
    System.arraycopy(elements, 0, array, from - 1, elements.length);
  }

  private int countNodes() {
    return keys == NO_KEYS ? 0 : keys.length;
  }
}
