-- Pointers move often: room for the new row beside the old one, so that no index is written.
set local lock_timeout = '2s';

alter table room_members set (fillfactor = 80);

-- How many messages after this one others wrote that stand, and how many of those mention the person or everybody, each
-- counted up to 100: a range of two primary keys, however long the room is. At most 5,000 messages are looked at: somebody
-- who writes and never reads has all their own ones after their pointer.
create function count_unread(p_room_id bigint, p_user_id bigint, p_after bigint)
    returns table (unread integer, mentions integer)
    language sql stable
as $$
    select (
        select count(*)::integer from (
            select from (
                select m.user_id, m.deleted_at from messages m
                where m.room_id = p_room_id and m.seq > p_after
                order by m.seq limit 5000
            ) g
            where g.user_id <> p_user_id and g.deleted_at is null
            limit 100
        ) u
    ), (
        select count(*)::integer from (
            (select x.seq from message_mentions x
             where x.room_id = p_room_id and x.user_id = p_user_id and x.seq > p_after and x.author_id <> p_user_id
             order by x.seq limit 100)
            union
            (select x.seq from message_mentions x
             where x.room_id = p_room_id and x.user_id = 0 and x.seq > p_after and x.author_id <> p_user_id
             order by x.seq limit 100)
            limit 100
        ) u
    )
$$;

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
