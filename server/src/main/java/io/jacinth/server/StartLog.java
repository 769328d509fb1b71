package io.jacinth.server;

import io.jacinth.engine.config.ServerSettings;
import io.jacinth.engine.log.ServerLog;
import io.jacinth.server.conf.Product;
import org.jspecify.annotations.Nullable;

/** What the server says while it starts, in the words that tools look for in Redis's log. */
record StartLog(ServerLog log, Product product, ServerSettings settings) {
  void begin(@Nullable String file) {
    log.notice("oO0OoO0OoO0Oo " + product.name() + " is starting oO0OoO0OoO0Oo");
    log.notice(
        product.name()
            + " version="
            + product.version()
            + ", bits=64, pid="
            + ProcessHandle.current().pid()
            + ", just started");
    if (file == null) {
      log.warning(
          "Warning: no config file specified, using the default config. In order to specify a config"
              + " file use jacinth-server /path/to/redis.conf");
    } else {
      log.notice("Configuration loaded");
    }
    settings.configuration.warnings().forEach(log::warning);
    settings.configuration.onWarning(log::warning);
  }

  void initialized(int port) {
    log.notice("Running mode=standalone, port=" + port + ".");
    log.notice("Server initialized");
  }

  void ready() {
    if (!settings.network.unixsocket.value().isEmpty()) {
      log.notice(
          "The server is now ready to accept connections at "
              + settings.network.unixsocket.value());
    }
    log.notice("Ready to accept connections");
  }
}
