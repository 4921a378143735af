-- Members by what they are called, whole (mentions) or by the beginning (completion); and those whose name is not known yet.
-- Nobody waits for it. What an attempt left behind that was broken off is good for nothing, and in the way.
drop index concurrently if exists room_members_username_idx;
create index concurrently room_members_username_idx on room_members (room_id, lower(username) text_pattern_ops);
