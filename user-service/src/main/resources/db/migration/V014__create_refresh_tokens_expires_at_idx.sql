-- Expired tokens are deleted every hour, the oldest first.
create index refresh_tokens_expires_at_idx on refresh_tokens (expires_at);
