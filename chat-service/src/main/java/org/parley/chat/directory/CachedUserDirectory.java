package org.parley.chat.directory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.CacheLoader;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.grpc.StatusRuntimeException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.chat.health.Degradation;
import org.parley.chat.health.Degradation.Dependency;
import org.parley.contract.ProblemException;
import org.parley.contract.directory.v1.User;

/**
 * {@link UserDirectory} that remembers names for a while and asks for all it does not know at once.
 */
@ApplicationScoped
class CachedUserDirectory implements UserDirectory {

  private static final Logger LOG = System.getLogger(CachedUserDirectory.class.getName());

  /** About 100 bytes each: twice ten megabytes at most. */
  private static final int MAX_PEOPLE = 100_000;

  /** A changed name shows within this time. */
  private static final Duration FRESH = Duration.ofMinutes(5);

  /** Before whoever may throw. */
  private static final int FIRST = 1;

  private final LoadingCache<Long, String> names =
      Caffeine.newBuilder()
          .maximumSize(MAX_PEOPLE)
          .expireAfterWrite(FRESH)
          .build(CacheLoader.<Long, String>bulk(this::ask));

  /** What people were called when they were asked for last, for when nobody can be asked. */
  private final Cache<Long, String> lastKnown =
      Caffeine.newBuilder().maximumSize(MAX_PEOPLE).build();

  private DirectoryClient client;
  private Degradation degradation;

  CachedUserDirectory() {} // for the container's proxy

  @Inject
  CachedUserDirectory(DirectoryClient client, Degradation degradation) {
    this(); // the container's proxy takes nothing
    this.client = client;
    this.degradation = degradation;
  }

  /**
   * Asks for those it does not know, unless user-service is known to be away: whoever waits for a
   * room must not wait for names that do not come.
   */
  @Override
  public Map<Long, String> usernames(Collection<Long> userIds) {
    if (degradation.isAway(Dependency.USER_SERVICE)) {
      return lastKnown.getAllPresent(userIds);
    }
    try {
      return names.getAll(userIds);
    } catch (StatusRuntimeException e) {
      LOG.log(Level.DEBUG, "user-service does not tell names: {0}", e.getStatus().getCode());
      return lastKnown.getAllPresent(userIds);
    }
  }

  @Override
  public Optional<String> knownUsername(long userId) {
    return Optional.ofNullable(
        degradation.isAway(Dependency.USER_SERVICE)
            ? lastKnown.getIfPresent(userId)
            : names.getIfPresent(userId));
  }

  /** Never from memory while somebody can be asked: they may be gone since. */
  @Override
  public Optional<String> findUsername(long userId) {
    return Optional.ofNullable(currentName(userId))
        .filter(name -> !name.equals(PeopleDeleted.NAME));
  }

  private @Nullable String currentName(long userId) {
    String lastName = lastKnown.getIfPresent(userId);
    try {
      if (!degradation.isAway(Dependency.USER_SERVICE)) {
        return ask(Set.of(userId)).get(userId);
      }
    } catch (StatusRuntimeException e) {
      if (lastName == null) {
        throw unknown(e);
      }
    }
    if (lastName == null) {
      throw unknown(null);
    }
    return lastName;
  }

  private static ProblemException unknown(@Nullable Throwable cause) {
    return ProblemException.unavailable(
        "Who that is cannot be found out right now.", ProblemException.DEFAULT_RETRY_AFTER, cause);
  }

  /** Nobody is called by a name they wanted forgotten, whatever was heard before. */
  void forget(@Observes @Priority(FIRST) PeopleDeleted gone) {
    for (Long id : gone.userIds()) {
      names.put(id, PeopleDeleted.NAME);
      lastKnown.put(id, PeopleDeleted.NAME);
    }
  }

  private Map<Long, String> ask(Set<? extends Long> ids) {
    Map<Long, String> found =
        client.users(ids).stream().collect(Collectors.toMap(User::getId, User::getUsername));
    lastKnown.putAll(found);
    return found;
  }
}
