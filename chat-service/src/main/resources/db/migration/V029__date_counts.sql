-- mark_read, which also says as of which last message of the room it counted: what a client heard of after that is for it to
-- add. Instances of before read the columns they know by name.
drop function mark_read(bigint, bigint, text, bigint);

-- Moves a member's pointer on, never back and never beyond the room's last message, without the lock of the room: it is
-- nobody else's business. Output: where it stands, whether it moved, what is unread after it, and the room's last message
-- then; nothing for who is no member.
create function mark_read(p_room_id bigint, p_user_id bigint, p_username text, p_seq bigint)
    returns table (last_read_seq bigint, moved boolean, unread integer, mentions integer, last_seq bigint)
    language plpgsql
    set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
begin
    update room_members m
    set last_read_seq = least(p_seq, r.last_seq), username = coalesce(m.username, p_username)
    from rooms r
    where r.id = m.room_id and m.room_id = p_room_id and m.user_id = p_user_id
      and least(p_seq, r.last_seq) > m.last_read_seq;
    moved := found;
    -- One statement: the count and the last message are of one moment.
    return query
    select m.last_read_seq, moved, c.unread, c.mentions, r.last_seq
    from room_members m
    join rooms r on r.id = m.room_id
    cross join lateral count_unread(m.room_id, m.user_id, m.last_read_seq) c
    where m.room_id = p_room_id and m.user_id = p_user_id;
end
$$;
