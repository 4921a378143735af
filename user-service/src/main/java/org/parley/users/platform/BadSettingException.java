package org.parley.users.platform;

import org.jspecify.annotations.Nullable;

/**
 * The service cannot start as it is set up. The message is for the operator: what is wrong and what
 * to do. Without a stack trace, so that the sentence can be found in the log.
 */
public final class BadSettingException extends RuntimeException {

  public BadSettingException(String message) {
    this(message, null);
  }

  public BadSettingException(String message, @Nullable Throwable cause) {
    super(message, cause, false, false);
  }
}
