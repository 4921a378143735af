-- Counts how often a person chose another password; hashing the same one anew does not count. A login that was
-- checked against an older one opens no session.
alter table users
    add column password_version integer not null default 1;
