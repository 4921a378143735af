package org.parley.system.access;

/** How something is asked for. */
enum Transport {
  /** Takes an access token until it expires, whatever became of its session. */
  REST("REST", false),
  RPC("gRPC", true),
  SOCKET("The socket", true);

  private final String title;
  private final boolean knowsEndedSessions;

  Transport(String title, boolean knowsEndedSessions) {
    this.title = title;
    this.knowsEndedSessions = knowsEndedSessions;
  }

  String title() {
    return title;
  }

  boolean knowsEndedSessions() {
    return knowsEndedSessions;
  }
}
