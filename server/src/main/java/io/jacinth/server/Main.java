package io.jacinth.server;

import io.jacinth.server.conf.FatalConfigException;
import io.jacinth.server.conf.Invocation;
import io.jacinth.server.conf.Product;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** The program {@code jacinth-server}: redis-server's command line, log and exit status. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) throws InterruptedException {
    switch (Invocation.of(List.of(arguments))) {
      case Invocation.ShowVersion _ -> System.out.println(Product.current().versionLine());
      case Invocation.ShowHelp _ -> System.out.print(Invocation.HELP);
      case Invocation.Start _ -> serve(List.of(arguments));
    }
  }

  private static void serve(List<String> arguments) throws InterruptedException {
    OutputStream standardOutput = new FileOutputStream(FileDescriptor.out);
    Signals signals = Signals.handle();
    try {
      JacinthServer server =
          JacinthServer.builder()
              .arguments(arguments)
              .standardInput(System.in)
              .logTo(standardOutput)
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "jacinth-shutdown"));
      signals.started(server);
      server.awaitClose();
    } catch (FatalConfigException e) {
      System.err.print(e.getMessage());
      System.exit(FatalConfigException.EXIT_STATUS);
    } catch (IOException e) {
      System.err.println(e.getMessage());
      System.exit(FatalConfigException.EXIT_STATUS);
    }
  }

  /** A signal ends the program as SHUTDOWN does, with status 0 and not that of the signal. */
  private static void stop(JacinthServer server) {
    server.close();
    Runtime.getRuntime().halt(0);
  }
}
