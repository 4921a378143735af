package org.parley.contract;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The id under which a request is logged, whichever way it came. */
public final class RequestId {

  /** What we accept from outside: it ends up in logs and must not be able to forge a line. */
  private static final Pattern ACCEPTED = Pattern.compile("[A-Za-z0-9._-]{8,64}");

  private RequestId() {}

  /** The given one where it looks like an id, otherwise a new one. */
  public static String of(@Nullable String given) {
    return given != null && ACCEPTED.matcher(given).matches()
        ? given
        : UUID.randomUUID().toString();
  }
}
