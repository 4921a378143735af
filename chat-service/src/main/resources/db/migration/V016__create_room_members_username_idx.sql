-- Members by what they are called, whole (mentions) or by the beginning (completion); and those whose name is not known yet.
-- Everybody who comes and goes waits while it is built, for about a second per million members: rather try again than have
-- them wait behind somebody who reads for long as well.
set local lock_timeout = '2s';

create index room_members_username_idx on room_members (room_id, lower(username) text_pattern_ops);
