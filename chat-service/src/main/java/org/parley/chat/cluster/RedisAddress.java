package org.parley.chat.cluster;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisCredentials;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SslOptions;
import io.lettuce.core.SslVerifyMode;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.parley.chat.platform.PeerSettings;

/**
 * The settings of Redis in Lettuce's terms. Over TLS its certificate and its name are always
 * verified. What cannot be meant stops the start with a sentence, which never holds a password.
 */
final class RedisAddress {

  private static final String UNREADABLE =
      "PARLEY_REDIS_URL is not an address of Redis, such as redis://redis.example.org:6379, or rediss://… for TLS";

  private RedisAddress() {}

  static RedisURI of(PeerSettings.Redis settings) {
    RedisURI address = parse(settings.url());
    authenticate(address, settings);
    if (address.isSsl()) {
      // Whatever the URL asks for: an address that nobody proves is no protection.
      address.setVerifyPeer(SslVerifyMode.FULL);
    } else if (settings.ca() != null) {
      throw new IllegalArgumentException(
          "PARLEY_REDIS_CA is set and PARLEY_REDIS_URL means plaintext: begin the URL with rediss://, or leave the CA out");
    }
    // Lettuce would tell its own by CLIENT SETINFO, which our user need not be allowed.
    address.setLibraryName("");
    address.setLibraryVersion("");
    return address;
  }

  /** Whom we believe: the file is read again with every connection. */
  static SslOptions trust(PeerSettings.Redis settings) {
    Path ca = settings.ca();
    SslOptions.Builder options = SslOptions.builder();
    return (ca == null ? options : options.trustManager(ca.toFile())).build();
  }

  private static RedisURI parse(String url) {
    try {
      return RedisURI.create(url);
    } catch (IllegalArgumentException e) {
      // Not as the cause: it quotes the URL, and that may hold a password.
      throw new IllegalArgumentException(UNREADABLE);
    }
  }

  private static void authenticate(RedisURI address, PeerSettings.Redis settings) {
    // What a URL says is there at once; nothing is waited for.
    RedisCredentials inUrl = address.getCredentialsProvider().resolveCredentials().block();
    String user = settings.user();
    char @Nullable [] password = null;
    if (inUrl != null) {
      user = user == null ? inUrl.getUsername() : user;
      password = inUrl.hasPassword() ? inUrl.getPassword() : null;
    }
    String set = settings.password();
    if (set != null) {
      password = set.toCharArray();
    }
    if (password != null) {
      address.setAuthentication(user, password);
    } else if (user != null) {
      throw new IllegalArgumentException(
          "PARLEY_REDIS_USER is set and no password is: set PARLEY_REDIS_PASSWORD");
    }
  }

  /**
   * Why Redis cannot be used, for whoever runs this instance: what is wrong and which setting to
   * look at, never what we showed Redis.
   */
  static String failureSentence(Throwable failure) {
    Throwable root = failure;
    boolean encryption = false;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      root = cause;
      encryption |= cause instanceof SSLException || cause instanceof GeneralSecurityException;
    }
    if (encryption) {
      return "there is no trusted TLS with it ("
          + root.getMessage()
          + "); is its certificate of PARLEY_REDIS_CA, and for the host in PARLEY_REDIS_URL?";
    }
    if (root instanceof RedisCommandExecutionException refusal) {
      // The first word names the refusal; what follows may quote our user.
      return "it refuses us ("
          + String.valueOf(refusal.getMessage()).split(" ", 2)[0]
          + "); are PARLEY_REDIS_USER and PARLEY_REDIS_PASSWORD right?";
    }
    return failure.equals(root)
        ? String.valueOf(failure.getMessage())
        : failure.getMessage() + ": " + root.getMessage();
  }
}
