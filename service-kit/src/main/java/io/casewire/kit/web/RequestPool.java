package io.casewire.kit.web;

/**
 * What a group of clients may use of this replica at once.
 *
 * @param receiving requests whose body is still arriving
 * @param bodyBytes bytes of bodies that are held, without the small beginning of each
 * @param working requests that are worked on
 */
record RequestPool(ClientShares receiving, ClientShares bodyBytes, ClientShares working) {

  /** To receive costs nearly nothing, so that it is no use to occupy all places with it. */
  private static final int RECEIVING_FOR_EACH_WORKING = 8;

  static RequestPool of(int most, int mostPerClient, long mostBytes, long longestBody) {
    return new RequestPool(
        new ClientShares((long) most * RECEIVING_FOR_EACH_WORKING, mostPerClient),
        new ClientShares(mostBytes, longestBody),
        new ClientShares(most, mostPerClient));
  }
}
