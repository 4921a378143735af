-- append_messages with replies and mentions. The one of before stays, for instances of before.
--
-- Input: parallel arrays in arrival order, with no (room, person, client_msg_id) twice; reply_to and names may be null.
-- Names are those the content mentions, in small letters, separated by spaces.
-- Output: one row per send with its position in the input and an outcome:
--   sent             stored now
--   repeat           stored earlier under the same client_msg_id, with the same content and reply_to; its first ids
--   conflict         the client_msg_id stands for another message
--   not_member       the person is not in the room, or there is no such room
--   nothing_replied  the room has no message that this could be a reply to
create function append_messages(p_room_ids bigint[], p_user_ids bigint[], p_client_msg_ids uuid[], p_contents text[],
                                p_reply_tos bigint[], p_names text[])
    returns table (input_position bigint, outcome text, id bigint, seq bigint, change_seq bigint, created_at timestamptz,
                   mentions bigint[])
    language plpgsql
    -- Index look-ups, whatever the statistics say: a batch joins a handful of rows to a large table.
    set enable_seqscan = off
    -- Planned once for each connection: the estimate for short arrays is wrong, and planning costs more than the batch.
    set plan_cache_mode = force_generic_plan
    -- A stuck writer in one room must not hold up the other rooms of the batch for long; the caller splits it.
    set lock_timeout = '300ms'
as $$
#variable_conflict use_column
begin
    -- First the locks, in one order for all writers, so that writers queue and never deadlock.
    perform 1 from rooms where rooms.id = any (p_room_ids) order by rooms.id for no key update;

    -- Then, as a statement of its own and so with a snapshot taken under the locks: decide and write.
    return query
    with send as materialized (
        select i.position, i.room_id, i.user_id, i.client_msg_id, i.content, i.reply_to, i.names,
               -- Of the content alone without a reply, as it always was; no content has the byte in between.
               case when i.reply_to is null then sha256(convert_to(i.content, 'UTF8'))
                    else sha256(convert_to(i.content, 'UTF8') || '\x00'::bytea || int8send(i.reply_to))
               end as sent_hash,
               earlier.id as earlier_id, earlier.seq as earlier_seq, earlier.sent_change as earlier_change,
               earlier.created_at as earlier_at, earlier.sent_hash as earlier_hash, earlier.mentions as earlier_mentions,
               earlier.id is null and exists (
                   select 1 from room_members m where m.room_id = i.room_id and m.user_id = i.user_id
               ) as may_send,
               i.reply_to is null or exists (
                   select 1 from messages r where r.room_id = i.room_id and r.seq = i.reply_to
               ) as answers
        from unnest(p_room_ids, p_user_ids, p_client_msg_ids, p_contents, p_reply_tos, p_names)
                 with ordinality as i (room_id, user_id, client_msg_id, content, reply_to, names, position)
        left join lateral (
            select m.id, m.seq, m.sent_change, m.created_at, m.sent_hash, m.mentions
            from messages m
            where m.room_id = i.room_id and m.user_id = i.user_id and m.client_msg_id = i.client_msg_id
            limit 1
        ) earlier on true
    ), numbered as materialized (
        select send.*, may_send and answers as is_new,
               row_number() over (partition by room_id, may_send and answers order by position) as nth
        from send
    ), counted as materialized (
        select room_id, count(*) as sends from numbered where is_new group by room_id
    ), room as (
        update rooms r
        set last_seq = r.last_seq + c.sends, change_seq = r.change_seq + c.sends
        from counted c
        where r.id = c.room_id
        returning r.id as room_id, r.last_seq - c.sends as seq_before, r.change_seq - c.sends as change_before
    ), stored as (
        insert into messages (room_id, seq, sent_change, change_seq, user_id, client_msg_id, sent_hash, content, reply_to,
                              mentions)
        select n.room_id, r.seq_before + n.nth, r.change_before + n.nth, r.change_before + n.nth,
               n.user_id, n.client_msg_id, n.sent_hash, n.content, n.reply_to,
               case when n.names is not null then mentioned(n.room_id, string_to_array(n.names, ' ')) end
        from numbered n join room r on r.room_id = n.room_id
        where n.is_new
        order by n.position
        returning room_id, user_id, client_msg_id, id, seq, change_seq, created_at, mentions
    )
    select n.position,
           case when n.is_new then 'sent'
                when n.earlier_id is null then case when n.may_send then 'nothing_replied' else 'not_member' end
                when n.earlier_hash = n.sent_hash then 'repeat'
                else 'conflict' end,
           coalesce(s.id, n.earlier_id),
           coalesce(s.seq, n.earlier_seq),
           coalesce(s.change_seq, n.earlier_change),
           coalesce(s.created_at, n.earlier_at),
           coalesce(s.mentions, n.earlier_mentions)
    from numbered n
    left join stored s on s.room_id = n.room_id and s.user_id = n.user_id and s.client_msg_id = n.client_msg_id
    order by n.position;

    -- Batches that mention nobody, nearly all, pay for this look alone. A repeat has its rows already.
    if cardinality(array_remove(p_names, null)) > 0 then
        insert into message_mentions (room_id, user_id, seq, author_id)
        select m.room_id, u.id, m.seq, m.user_id
        from unnest(p_room_ids, p_user_ids, p_client_msg_ids, p_names) as i (room_id, user_id, client_msg_id, names)
        cross join lateral (
            select g.room_id, g.user_id, g.seq, g.mentions
            from messages g
            where g.room_id = i.room_id and g.user_id = i.user_id and g.client_msg_id = i.client_msg_id
            limit 1
        ) m
        cross join lateral unnest(m.mentions) as u (id)
        where i.names is not null
        on conflict do nothing;
    end if;
end
$$;
