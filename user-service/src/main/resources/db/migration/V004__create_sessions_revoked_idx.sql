-- Chat instances ask once a second which sessions have ended, in this order. Most never do, so they are not in it.
create index sessions_revoked_idx on sessions (revoked_at, id) where revoked_at is not null;
