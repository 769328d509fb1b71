package io.jacinth.engine.config;

import static io.jacinth.engine.config.Directives.bool;
import static io.jacinth.engine.config.Directives.count;
import static io.jacinth.engine.config.Directives.integer;
import static io.jacinth.engine.config.Directives.permissions;
import static io.jacinth.engine.config.Directives.seconds;
import static io.jacinth.engine.config.Directives.string;
import static io.jacinth.engine.config.Directives.strings;
import static io.jacinth.engine.config.Directives.tcpPort;
import static io.jacinth.engine.config.Directives.value;

import java.util.List;
import java.util.Locale;

/** Where the server listens and how bytes come in. */
public final class NetworkSettings extends SettingGroup {
  private static final int MOST_THREADS = 128;
  private static final int MOST_ADDRESSES = 16;

  public final LongSetting port =
      add(tcpPort("port").defaultsTo(6379).live().says("The TCP port; 0 listens on none."));
  public final ValueSetting<List<String>> bind =
      add(
          strings("bind", MOST_ADDRESSES, "Too many bind addresses specified.")
              .defaultsTo(List.of("*", "-::*"))
              .live()
              .says("The addresses to listen on; one after a minus may be unavailable."));
  public final LongSetting tcpBacklog =
      add(
          count("tcp-backlog")
              .defaultsTo(511)
              .says("How many connections may wait to be accepted."));
  public final LongSetting tcpKeepalive =
      add(
          seconds("tcp-keepalive")
              .defaultsTo(300)
              .live()
              .says("Seconds of silence after which a peer is probed; 0 never probes."));
  public final ValueSetting<String> unixsocket =
      add(string("unixsocket").says("The path of a Unix domain socket to listen on."));
  public final LongSetting unixsocketperm =
      add(
          permissions("unixsocketperm")
              .defaultsTo(0)
              .says("The socket's permissions in octal; 0 leaves them to the umask."));
  public final LongSetting ioThreads;
  public final LongSetting ioThreadsLeast =
      add(
          integer("io-threads-least")
              .between(1, MOST_THREADS)
              .defaultsTo(1)
              .live()
              .says(
                  "So many of the event loops serve connections at all times; the others do so"
                      + " while there is more to do."));
  public final ValueSetting<IoTransport> ioTransport =
      add(
          value(
                  "io-transport",
                  new Choice<>(
                      List.of(IoTransport.values()),
                      transport -> transport.name().toLowerCase(Locale.ROOT)),
                  IoTransport.AUTO)
              .says("The kernel interface of the event loops; auto takes the best there is."));
  public final BoolSetting ioThreadsDoReads =
      add(
          bool("io-threads-do-reads")
              .inert("every event loop both reads and writes")
              .says("Whether threads besides the main one read and parse."));
  public final ValueSetting<String> bindSourceAddr =
      add(
          string("bind-source-addr")
              .live()
              .later("replication")
              .says("The local address of connections that the server opens."));
  public final LongSetting socketMarkId =
      add(
          integer("socket-mark-id")
              .between(0, 0xFFFF_FFFFL)
              .inert("the JVM cannot mark sockets")
              .says("A mark for the packets of all sockets."));

  NetworkSettings(Configuration configuration, int cores) {
    super(configuration);
    ioThreads =
        add(
            integer("io-threads")
                .between(1, MOST_THREADS)
                .defaultsTo(Math.clamp(cores, 1, MOST_THREADS))
                .says("How many event loops serve clients; the machine's cores by default."));
  }
}
