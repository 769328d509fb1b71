package io.jacinth.server;

import io.jacinth.engine.Client;
import io.jacinth.engine.Engine;
import io.jacinth.engine.config.OutputBufferLimits;
import io.jacinth.engine.config.OutputBufferLimits.Limit;
import io.jacinth.engine.config.ServerSettings;
import io.jacinth.engine.info.ClientLine;
import io.jacinth.engine.log.ServerLog;
import io.jacinth.server.tls.ClientTls;
import io.jacinth.server.transport.Listener;
import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.SslHandler;

/** The configuration and the log, as connections see them. Used from every loop. */
record ConnectionPolicy(Engine engine, ClientTls tls, ServerLog log)
    implements Listener.ListenerSettings {
  private ServerSettings settings() {
    return engine.settings();
  }

  @Override
  public int cronHertz() {
    return settings().keyspace.hz.intValue();
  }

  @Override
  public int backlog() {
    return settings().network.tcpBacklog.intValue();
  }

  @Override
  public int keepAliveSeconds() {
    return settings().network.tcpKeepalive.intValue();
  }

  @Override
  public int mostClients() {
    return settings().clients.maxclients.intValue();
  }

  @Override
  public int leastLoops() {
    return settings().network.ioThreadsLeast.intValue();
  }

  @Override
  public boolean isProtected() {
    return settings().security.protectedMode.isOn() && !engine.acl().defaultNeedsPassword();
  }

  @Override
  public long idleSeconds() {
    return settings().clients.timeout.value();
  }

  @Override
  public void idle(Client client) {
    log.verbose("Closing idle client");
  }

  @Override
  public SslHandler encryption(ByteBufAllocator allocator) {
    return tls.handler(allocator);
  }

  @Override
  public void welcome(Client client) {
    engine.acl().welcome(client);
  }

  @Override
  public long bulkBytes() {
    return settings().clients.protoMaxBulkLen.value();
  }

  @Override
  public long queryBufferBytes() {
    return settings().clients.clientQueryBufferLimit.value();
  }

  @Override
  public boolean exceedsOutput(Client client, long nowMillis) {
    Limit limit = outputLimit(client);
    long waiting = client.outputBytes() - FREE_OUTPUT_BYTES;
    boolean isOverHard = limit.hardBytes() > 0 && waiting >= limit.hardBytes();
    boolean isOverSoft = limit.softBytes() > 0 && waiting >= limit.softBytes();
    boolean isSoftDue = client.overSoftLimit(isOverSoft, nowMillis, limit.softSeconds() * 1000L);
    if (isOverHard || isSoftDue) {
      log.warning(
          "Client "
              + line(client)
              + " scheduled to be closed ASAP for overcoming of output buffer limits.");
      engine.clients().exceedOutput();
    }
    return isOverHard || isSoftDue;
  }

  private Limit outputLimit(Client client) {
    OutputBufferLimits limits = settings().clients.clientOutputBufferLimit.value();
    return switch (client.type()) {
      case PUBSUB -> limits.pubsub();
      case REPLICA -> limits.replica();
      case NORMAL, PRIMARY -> limits.normal();
    };
  }

  private String line(Client client) {
    return ClientLine.of(client, engine.clock().wallClockMicros() / 1000);
  }

  @Override
  public void queryBufferExceeded(Client client, long bytes) {
    log.warning(
        "Closing client that reached max query buffer length: "
            + line(client)
            + " (qbuf length: "
            + bytes
            + ")");
    engine.clients().exceedQuery();
  }

  @Override
  public void reviewMemory() {
    engine.clientEviction().reviewSoon();
  }

  @Override
  public void protocolError(Client client, String error) {
    log.verbose(
        "Protocol error ("
            + error
            + ") from client: id="
            + client.id()
            + " addr="
            + client.address());
  }

  @Override
  public void handshakeFailed(Client client, Throwable cause) {
    log.warning("Error accepting a client connection: " + cause.getMessage());
  }

  @Override
  public void failed(Client client, Throwable cause) {
    log.verbose("Error on the connection of client " + client.address() + ": " + cause);
  }

  @Override
  public void closed(Client client) {
    engine.clients().remove(client);
    log.verbose("Client closed connection id=" + client.id() + " addr=" + client.address());
  }
}
