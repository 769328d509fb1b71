package io.jacinth.commands.geo;

/** The commands that search, by what their arguments may be. */
enum SearchKind {
  /** GEORADIUS: point, radius and unit come first. */
  RADIUS(1, 6),
  RADIUS_RO(1, 6),
  /** GEORADIUSBYMEMBER: member, radius and unit come first. */
  BY_MEMBER(1, 5),
  BY_MEMBER_RO(1, 5),
  /** GEOSEARCH: all are options. */
  SEARCH(1, 2),
  SEARCH_STORE(2, 3);

  /** Where the key of the sorted set stands. */
  final int source;

  final int firstOption;

  SearchKind(int source, int firstOption) {
    this.source = source;
    this.firstOption = firstOption;
  }

  /** Whether centre and area are options. */
  boolean isSearch() {
    return this == SEARCH || this == SEARCH_STORE;
  }

  /** Whether STORE and STOREDIST name a key. */
  boolean maySayStore() {
    return this == RADIUS || this == BY_MEMBER;
  }
}
