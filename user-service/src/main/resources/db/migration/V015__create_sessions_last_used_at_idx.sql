-- Sessions nobody used for a season are deleted every hour. A session changes this column once in a quarter of an hour,
-- which is little to keep an index for.
-- Nobody waits for it. What an attempt left behind that was broken off is good for nothing, and in the way.
drop index concurrently if exists sessions_last_used_at_idx;
create index concurrently sessions_last_used_at_idx on sessions (last_used_at);
