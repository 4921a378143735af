package org.parley.users.key;

import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import org.parley.users.platform.BadSettingException;

/**
 * The directory that all instances and the operator's command share. {@value #FIRST} is the key of
 * an installation, as in earlier versions, which find a key they can use there at any time; {@value
 * #NEXT} is there during a rotation only.
 *
 * <p>Each change is one link, one rename or one removal, so a crash leaves the state before or the
 * state after. Those who change something exclude each other by a lock and decide by what they read
 * under it.
 */
final class KeyDirectory {

  private static final Logger LOG = System.getLogger(KeyDirectory.class.getName());

  static final String FIRST = "signing-key.json";
  static final String NEXT = "next-key.json";
  static final String LOCK = "keys.lock";

  private final Path directory;
  private final KeySettings settings;
  private final Clock clock;
  private final KeyLock lock;
  private final KeyFile first;
  private final KeyFile next;

  KeyDirectory(KeySettings settings, Clock clock) {
    this.directory = settings.directory().toAbsolutePath();
    this.settings = settings;
    this.clock = clock;
    this.lock = new KeyLock(directory.resolve(LOCK));
    this.first = new KeyFile(directory, FIRST);
    this.next = new KeyFile(directory, NEXT);
  }

  /** The keys, the first of which is made if there is none. */
  KeyPair loadOrCreate() {
    return guarded(
        () -> {
          OwnerOnly.createDirectories(directory);
          if (first.find().isEmpty()) {
            // Another instance may be first: its key is the key.
            first.create(SigningKey.generate(clock.instant()));
          }
          rememberStart();
          return read();
        });
  }

  /** What cannot be written is told of when it has to be. */
  private void rememberStart() {
    try {
      lock.made(clock.instant());
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "no lock is made in the directory of the keys", e);
    }
  }

  /** The keys that are there. */
  KeyPair load() {
    return guarded(this::read);
  }

  /** Ends a rotation whose time has come, and begins one that is due; the keys after that. */
  KeyPair keepUp(KeyPair keys) {
    Instant now = clock.instant();
    return guarded(
        () -> keys.isOver(now, settings.kept()) || isDue(keys, now) ? change(this::advance) : keys);
  }

  private boolean isDue(KeyPair keys, Instant now) throws IOException {
    return settings.isDue(keys, now) && settings.isSettled(lock.made(now), now);
  }

  /** Begins a rotation; refused while another is under way. */
  KeyPair rotate() {
    return change(
        keys -> {
          RSAKey following = advance(keys).next();
          if (following != null) {
            throw new KeysCommand.Refusal(
                "A rotation is under way; it ends at %s. Nothing was changed."
                    .formatted(SigningKey.signsFrom(following).plus(settings.kept())));
          }
          addNext();
          return read();
        });
  }

  /**
   * Takes a key away at once: what it signed is refused. In the place of the only one comes a new
   * one.
   */
  KeyPair withdraw(String keyId) {
    return change(
        keys -> {
          RSAKey following = keys.next();
          if (keys.first().getKeyID().equals(keyId)) {
            if (following == null) {
              first.replace(SigningKey.generate(clock.instant()));
            } else {
              first.replace(next);
            }
          } else if (following != null && following.getKeyID().equals(keyId)) {
            next.delete();
          } else {
            throw new KeysCommand.Refusal(
                "There is no key %s. Nothing was changed.".formatted(keyId));
          }
          return read();
        });
  }

  private KeyPair advance(KeyPair keys) throws IOException {
    Instant now = clock.instant();
    if (keys.isOver(now, settings.kept())) {
      first.replace(next);
    } else if (isDue(keys, now)) {
      addNext();
    }
    return read();
  }

  private void addNext() throws IOException {
    next.create(SigningKey.generate(clock.instant(), settings.lead()));
  }

  /** The next one first: it may become the first one meanwhile, and must not be missed. */
  private KeyPair read() throws IOException {
    RSAKey following = next.find().orElse(null);
    RSAKey current =
        first
            .find()
            .orElseThrow(
                () ->
                    new BadSettingException(
                        "%s is gone: restore it from a backup, or start again for a new one."
                            .formatted(first.path())));
    boolean same = following != null && following.getKeyID().equals(current.getKeyID());
    return new KeyPair(current, same ? null : following);
  }

  private KeyPair change(Change change) {
    return guarded(() -> lock.hold(() -> change.from(read())));
  }

  private static KeyPair guarded(KeyLock.Work work) {
    try {
      return work.run();
    } catch (IOException e) {
      throw new BadSettingException(
          "The signing key in PARLEY_KEY_DIR cannot be used: %s (%s)."
              .formatted(e.getMessage(), e.getClass().getSimpleName()),
          e);
    }
  }

  private interface Change {
    KeyPair from(KeyPair keys) throws IOException;
  }
}
