package org.parley.system.settings;

/** Which program answers at the origin. */
public enum OriginServer {
  /** The installed nginx with the project's configuration, as in production. */
  NGINX,
  /** A proxy inside this program, with the same routes, for machines without nginx. */
  EMBEDDED,
  /** nginx where there is one. */
  WHICHEVER_IS_THERE
}
