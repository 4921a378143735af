-- People who deleted their account. The row stays, so that their id is never anybody else's; who they were goes. What
-- stands in its place is a name that nobody can register (it has a space), and the same for all of them.
alter table users add column deleted_at timestamptz;
alter table users alter column email drop not null;

-- Names and addresses are free again for others.
drop index users_username_unique;
create unique index users_username_unique on users (lower(username)) where deleted_at is null;
drop index users_email_unique;
create unique index users_email_unique on users (lower(email)) where deleted_at is null;

-- A version before this one asks without that condition: beside this one during an upgrade, and after a way back.
create index users_username_idx on users (lower(username));
create index users_email_idx on users (lower(email));

-- Chat instances ask who has gone, in this order.
create index users_deleted_idx on users (deleted_at, id) where deleted_at is not null;
