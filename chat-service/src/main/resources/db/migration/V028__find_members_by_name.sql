-- Members by the beginning of their name, regardless of case. The index of names that is there already has them in the
-- order of the database's language, in which no beginning can be looked up.
-- Everybody who comes and goes waits for the index: rather try again than hold them up for a long reader's sake.
set local lock_timeout = '2s';

create index room_members_by_username_beginning on room_members (room_id, lower(username) text_pattern_ops);
