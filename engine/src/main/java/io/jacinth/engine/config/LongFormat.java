package io.jacinth.engine.config;

/** How a number is written in the configuration. */
interface LongFormat {
  long parse(String text) throws ConfigException;

  String format(long value);

  /** The number as CONFIG REWRITE writes it. */
  default String inFile(long value) {
    return format(value);
  }

  /** A bound of the range, as the error message shows it. */
  default String bound(long value) {
    return format(value);
  }

  /** Canonical decimal: no sign but a minus, no leading zero, no space. */
  LongFormat DECIMAL =
      new LongFormat() {
        @Override
        public long parse(String text) throws ConfigException {
          try {
            long value = Long.parseLong(text);
            if (Long.toString(value).equals(text)) {
              return value;
            }
          } catch (NumberFormatException notANumber) {
            // Answered below, like a number in another form.
          }
          throw new ConfigException("argument couldn't be parsed into an integer");
        }

        @Override
        public String format(long value) {
          return Long.toString(value);
        }
      };

  /** Bytes, given with an optional unit and shown without; as in C, the text ends at a zero. */
  LongFormat MEMORY =
      new LongFormat() {
        @Override
        public long parse(String text) throws ConfigException {
          int zero = text.indexOf(0);
          long bytes = MemoryUnits.bytes(zero < 0 ? text : text.substring(0, zero));
          if (bytes < 0) {
            throw new ConfigException("argument must be a memory value");
          }
          return bytes;
        }

        @Override
        public String format(long value) {
          return Long.toString(value);
        }

        @Override
        public String inFile(long value) {
          return MemoryUnits.text(value);
        }
      };

  /** Permissions as chmod takes them. */
  LongFormat OCTAL =
      new LongFormat() {
        @Override
        public long parse(String text) throws ConfigException {
          try {
            return text.isEmpty() ? 0 : Long.parseLong(text, 8);
          } catch (NumberFormatException notOctal) {
            throw new ConfigException("argument couldn't be parsed as an octal number");
          }
        }

        @Override
        public String format(long value) {
          return Long.toOctalString(value);
        }
      };

  /** The letters of notify-keyspace-events. */
  LongFormat EVENTS =
      new LongFormat() {
        @Override
        public long parse(String text) throws ConfigException {
          return KeyspaceEvents.parse(text);
        }

        @Override
        public String format(long value) {
          return KeyspaceEvents.format((int) value);
        }

        @Override
        public String inFile(long value) {
          return FileLine.quoted(format(value));
        }
      };
}
