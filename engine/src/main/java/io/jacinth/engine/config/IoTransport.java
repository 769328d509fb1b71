package io.jacinth.engine.config;

/** The kernel interface that event loops use; AUTO takes the best that the machine has. */
public enum IoTransport {
  AUTO,
  IO_URING,
  EPOLL,
  NIO
}
