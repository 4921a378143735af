-- Since when an admin keeps this person from signing in.
alter table users add column deactivated_at timestamptz;
