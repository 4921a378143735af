package org.parley.chat.directory;

import com.github.benmanes.caffeine.cache.CacheLoader;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.grpc.StatusRuntimeException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.parley.contract.directory.v1.User;

/**
 * {@link UserDirectory} that remembers names for a while and asks for all it does not know at once.
 */
@ApplicationScoped
class CachedUserDirectory implements UserDirectory {

  private static final Logger LOG = System.getLogger(CachedUserDirectory.class.getName());

  /** About 100 bytes each: ten megabytes at most. */
  private static final int MAX_PEOPLE = 100_000;

  /** A changed name shows within this time. */
  private static final Duration FRESH = Duration.ofMinutes(5);

  private final LoadingCache<Long, String> names =
      Caffeine.newBuilder()
          .maximumSize(MAX_PEOPLE)
          .expireAfterWrite(FRESH)
          .build(CacheLoader.<Long, String>bulk(this::ask));

  /** Said once when it begins and once when it ends, not for every page of history. */
  private final AtomicBoolean away = new AtomicBoolean();

  @Inject private DirectoryClient client;

  @Override
  public Map<Long, String> usernames(Collection<Long> userIds) {
    try {
      Map<Long, String> all = names.getAll(userIds);
      if (away.compareAndSet(true, false)) {
        LOG.log(Level.INFO, "user-service tells names again");
      }
      return all;
    } catch (StatusRuntimeException e) {
      if (away.compareAndSet(false, true)) {
        LOG.log(Level.WARNING, "user-service does not tell names: {0}", e.getStatus().getCode());
      }
      return names.getAllPresent(userIds);
    }
  }

  @Override
  public Optional<String> knownUsername(long userId) {
    return Optional.ofNullable(names.getIfPresent(userId));
  }

  private Map<Long, String> ask(Set<? extends Long> ids) {
    return client.users(ids).stream().collect(Collectors.toMap(User::getId, User::getUsername));
  }
}
