package org.parley.system.access;

/** How something is asked for. */
enum Transport {
  REST("REST"),
  RPC("gRPC"),
  SOCKET("The socket");

  private final String title;

  Transport(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }
}
