-- Members by what they are called, whole (mentions) or by the beginning (completion). Of those whose name is known: none yet,
-- so that building it reads the table once and sorts nothing.
set local lock_timeout = '2s';

create index room_members_username_idx on room_members (room_id, lower(username) text_pattern_ops)
    where username is not null;
