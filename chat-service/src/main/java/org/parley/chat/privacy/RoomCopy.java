package org.parley.chat.privacy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A room somebody is in or wrote in.
 *
 * @param name absent for a private room they are not in any more
 * @param role theirs; absent when they are no member, as are {@code joinedAt} and {@code
 *     lastReadSeq}
 */
record RoomCopy(
    long id,
    @Nullable String name,
    String type,
    @Nullable String role,
    @Nullable Instant joinedAt,
    @Nullable Long lastReadSeq) {}
