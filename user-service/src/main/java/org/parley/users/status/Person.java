package org.parley.users.status;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person, as admins see them.
 *
 * @param deactivatedAt since when they cannot sign in; absent where they can
 */
public record Person(
    long id,
    String username,
    String displayName,
    String role,
    Instant createdAt,
    @Nullable Instant deactivatedAt) {}
