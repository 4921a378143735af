/**
 * What the chat instances share: a channel per room and one for people, who is present, and buckets
 * of tokens, in Redis.
 *
 * <p>Depends on platform only; moves bytes and ids and knows no frame. Nothing here is a promise:
 * whatever Redis loses is found again in the database.
 */
@NullMarked
package org.parley.chat.cluster;

import org.jspecify.annotations.NullMarked;
