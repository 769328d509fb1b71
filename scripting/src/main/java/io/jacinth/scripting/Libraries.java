package io.jacinth.scripting;

import io.jacinth.engine.FunctionLibraries;
import io.jacinth.engine.Glob;
import io.jacinth.engine.error.CommandException;
import io.jacinth.protocol.Reply;
import io.jacinth.protocol.Slice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All libraries and their functions. Both maps are swapped together, under every lock; readers take
 * what is there.
 */
final class Libraries implements FunctionLibraries {
  /**
   * @param libraries by name, in the order of loading
   * @param functions by name in lower case
   */
  private record All(
      Map<String, FunctionLibrary> libraries, Map<String, FunctionLibrary.Function> functions) {}

  private final Function<Slice, FunctionLibrary> loader;
  private final Consumer<Reply> running;
  private volatile All all = new All(Map.of(), Map.of());

  /**
   * @param loader runs the code of a library
   * @param running answers what runs now
   */
  Libraries(Function<Slice, FunctionLibrary> loader, Consumer<Reply> running) {
    this.loader = loader;
    this.running = running;
  }

  /** A function by its name in any case, null where there is none. */
  @Nullable Script find(String name) {
    FunctionLibrary.Function found = all.functions.get(name.toLowerCase(Locale.ROOT));
    return found == null ? null : found.script();
  }

  int size() {
    return all.libraries.size();
  }

  int functions() {
    return all.functions.size();
  }

  long codeBytes() {
    long sum = 0;
    for (FunctionLibrary library : all.libraries.values()) {
      sum += library.code().length();
    }
    return sum;
  }

  /** Visits all functions. */
  void forEach(Consumer<Script> visitor) {
    all.functions.values().forEach(function -> visitor.accept(function.script()));
  }

  // ---------------------------------------------------------------- changes

  @Override
  public String load(Slice code, boolean replaces) {
    LibraryHeader header = LibraryHeader.of(code.toString());
    Map<String, FunctionLibrary> libraries = new LinkedHashMap<>(all.libraries);
    if (libraries.containsKey(header.name()) && !replaces) {
      throw new CommandException("ERR Library '" + header.name() + "' already exists");
    }
    libraries.put(header.name(), loader.apply(code));
    all = indexed(libraries);
    return header.name();
  }

  @Override
  public void delete(String name) {
    Map<String, FunctionLibrary> libraries = new LinkedHashMap<>(all.libraries);
    if (libraries.remove(name) == null) {
      throw new CommandException("ERR Library not found");
    }
    all = indexed(libraries);
  }

  @Override
  public void flush() {
    all = new All(Map.of(), Map.of());
  }

  @Override
  public void restore(List<Slice> codes, Policy policy) {
    Map<String, FunctionLibrary> libraries =
        new LinkedHashMap<>(policy == Policy.FLUSH ? Map.of() : all.libraries);
    for (Slice code : codes) {
      FunctionLibrary library = loader.apply(code);
      if (libraries.put(library.name(), library) != null && policy != Policy.REPLACE) {
        throw new CommandException("ERR Library " + library.name() + " already exists");
      }
    }
    all = indexed(libraries);
  }

  private static All indexed(Map<String, FunctionLibrary> libraries) {
    Map<String, FunctionLibrary.Function> functions = new LinkedHashMap<>();
    for (FunctionLibrary library : libraries.values()) {
      for (FunctionLibrary.Function function : library.functions()) {
        if (functions.put(function.name().toLowerCase(Locale.ROOT), function) != null) {
          throw new CommandException("ERR Function " + function.name() + " already exists");
        }
      }
    }
    return new All(libraries, functions);
  }

  // ---------------------------------------------------------------- answers

  @Override
  public List<Slice> codes() {
    return all.libraries.values().stream().map(FunctionLibrary::code).toList();
  }

  @Override
  public void list(Reply reply, @Nullable Slice pattern, boolean hasCode) {
    List<FunctionLibrary> shown =
        all.libraries.values().stream()
            .filter(
                library -> pattern == null || Glob.matches(pattern, Slice.of(library.name()), true))
            .toList();
    reply.array(shown.size());
    for (FunctionLibrary library : shown) {
      reply.map(hasCode ? 4 : 3);
      reply.bulk("library_name");
      reply.bulk(library.name());
      reply.bulk("engine");
      reply.bulk("LUA");
      reply.bulk("functions");
      reply.array(library.functions().size());
      library.functions().forEach(function -> describe(reply, function));
      if (hasCode) {
        reply.bulk("library_code");
        reply.bulk(library.code());
      }
    }
  }

  private static void describe(Reply reply, FunctionLibrary.Function function) {
    reply.map(3);
    reply.bulk("name");
    reply.bulk(function.name());
    reply.bulk("description");
    String description = function.description();
    if (description == null) {
      reply.nil();
    } else {
      reply.bulk(Slice.ofLatin1(description));
    }
    reply.bulk("flags");
    reply.set(function.script().flags().size());
    function.script().flags().forEach(flag -> reply.status(flag.text()));
  }

  @Override
  public void stats(Reply reply) {
    All present = all;
    List<Script> called =
        present.functions.values().stream()
            .map(FunctionLibrary.Function::script)
            .filter(script -> script.statistics().calls() > 0)
            .toList();
    reply.map(called.isEmpty() ? 2 : 3);
    reply.bulk("running_script");
    running.accept(reply);
    reply.bulk("engines");
    reply.map(1);
    reply.bulk("LUA");
    reply.map(2);
    reply.bulk("libraries_count");
    reply.integer(present.libraries.size());
    reply.bulk("functions_count");
    reply.integer(present.functions.size());
    if (!called.isEmpty()) {
      reply.bulk("functions");
      reply.map(called.size());
      called.forEach(script -> statistics(reply, script));
    }
  }

  private static void statistics(Reply reply, Script script) {
    ScriptStatistics counts = script.statistics();
    reply.bulk(script.name());
    reply.map(4);
    reply.bulk("calls");
    reply.integer(counts.calls());
    reply.bulk("usec");
    reply.integer(counts.micros());
    reply.bulk("redis_calls");
    reply.integer(counts.commands());
    reply.bulk("failed_calls");
    reply.integer(counts.failures());
  }
}
