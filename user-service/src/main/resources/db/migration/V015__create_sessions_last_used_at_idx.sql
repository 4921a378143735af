-- Sessions nobody used for a season are deleted every hour. A session changes this column once in a quarter of an hour,
-- which is little to keep an index for.
create index sessions_last_used_at_idx on sessions (last_used_at);
