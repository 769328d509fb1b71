package io.jacinth.engine.config;

/** To whom a dangerous command is open: nobody, everybody, clients of the same machine. */
public enum Permission {
  NO,
  YES,
  LOCAL;

  public boolean allows(boolean localClient) {
    return this == YES || (this == LOCAL && localClient);
  }
}
