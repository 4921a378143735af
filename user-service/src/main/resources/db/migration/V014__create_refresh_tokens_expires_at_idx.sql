-- Expired tokens are deleted every hour, the oldest first.
-- Nobody waits for it. What an attempt left behind that was broken off is good for nothing, and in the way.
drop index concurrently if exists refresh_tokens_expires_at_idx;
create index concurrently refresh_tokens_expires_at_idx on refresh_tokens (expires_at);
