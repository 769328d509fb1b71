package io.jacinth.engine.tracking;

/**
 * How a client wants to be told of changes.
 *
 * @param isBroadcast of all keys with certain prefixes, instead of those that it has read
 * @param isOptIn only of keys read by the command behind CLIENT CACHING YES
 * @param isOptOut not of keys read by the command behind CLIENT CACHING NO
 * @param isNoLoop not of its own changes
 * @param redirect the id of the client that is told in its place; 0: none
 */
public record Mode(
    boolean isBroadcast, boolean isOptIn, boolean isOptOut, boolean isNoLoop, long redirect) {}
