-- change_messages with mentions: an edit counts them anew, a deletion ends them.
--
-- Input: parallel arrays in arrival order. Kind: edit (text is the new content, names are those it mentions, in small
-- letters, separated by spaces, or null), delete, react_on and react_off (text is the emoji). The same message may occur
-- any number of times.
-- Output: one row per change with its position in the input, an outcome, and, unless refused, the whole message as it
-- was after that very change:
--   changed             done now, under the room's next change_seq
--   unchanged           nothing to do: the message is like that already
--   not_member          the person is not in the room, or there is no such room
--   not_found           the room has no such message
--   not_author          an edit is its author's; a deletion its author's or an owner's of the room
--   removed             the message was deleted
--   too_many_reactions  one more emoji than a message takes
create function change_messages(p_room_ids bigint[], p_seqs bigint[], p_user_ids bigint[], p_kinds text[], p_texts text[],
                                p_names text[])
    returns table (input_position bigint, outcome text, id bigint, seq bigint, sent_change bigint, change_seq bigint,
                   user_id bigint, client_msg_id uuid, content text, created_at timestamptz, edited_at timestamptz,
                   deleted_at timestamptz, reactions text, reply_to bigint, mentions bigint[])
    language plpgsql
    -- As in append_messages: index look-ups, one plan, and a stuck writer in one room does not hold up the others for long.
    set enable_seqscan = off
    set plan_cache_mode = force_generic_plan
    set lock_timeout = '300ms'
as $$
#variable_conflict use_column
declare
    -- More would not fit beside a message.
    most_emoji constant integer := 20;
    -- What a frame names of the people behind one emoji; the count is always exact.
    most_named constant integer := 100;
    change  record;
    message messages%rowtype;
    room    bigint;
    head    bigint;
    place   text;
begin
    -- First the locks, in one order for all writers; every statement below has a snapshot taken under them.
    perform 1 from rooms where rooms.id = any (p_room_ids) order by rooms.id for no key update;

    -- Room by room, so that a room's row is written once.
    for change in
        select i.*
        from unnest(p_room_ids, p_seqs, p_user_ids, p_kinds, p_texts, p_names)
                 with ordinality as i (room_id, seq, user_id, kind, text, names, position)
        order by i.room_id, i.position
    loop
        if change.room_id is distinct from room then
            update rooms set change_seq = head where rooms.id = room and rooms.change_seq < head;
            room := change.room_id;
            select r.change_seq into head from rooms r where r.id = room;
        end if;

        select m.role into place from room_members m where m.room_id = room and m.user_id = change.user_id;
        select m.* into message from messages m where m.room_id = room and m.seq = change.seq;
        outcome := case
            when place is null then 'not_member'
            when message.seq is null then 'not_found'
            when message.user_id <> change.user_id
                 and (change.kind = 'edit' or change.kind = 'delete' and place <> 'owner') then 'not_author'
            when message.deleted_at is not null then case change.kind when 'delete' then 'unchanged' else 'removed' end
            when change.kind = 'edit' and message.content = change.text then 'unchanged'
            when change.kind in ('edit', 'delete') then 'changed'
            when exists (
                select 1 from message_reactions x
                where x.room_id = room and x.seq = message.seq and x.emoji = change.text and x.user_id = change.user_id
            ) then case change.kind when 'react_on' then 'unchanged' else 'changed' end
            when change.kind = 'react_off' then 'unchanged'
            when (
                select count(distinct x.emoji) from message_reactions x
                where x.room_id = room and x.seq = message.seq and x.emoji <> change.text
            ) >= most_emoji then 'too_many_reactions'
            else 'changed' end;

        if outcome = 'changed' then
            head := head + 1;
            if change.kind = 'react_on' then
                insert into message_reactions (room_id, seq, emoji, user_id)
                values (room, message.seq, change.text, change.user_id);
            else
                delete from message_reactions x
                where x.room_id = room and x.seq = message.seq
                  and (change.kind = 'delete'
                       or change.kind = 'react_off' and x.emoji = change.text and x.user_id = change.user_id);
            end if;
            if change.kind in ('edit', 'delete') and message.mentions is not null then
                delete from message_mentions x
                where x.room_id = room and x.user_id = any (message.mentions) and x.seq = message.seq;
            end if;
            update messages m
            set change_seq = head,
                content    = case change.kind when 'edit' then change.text when 'delete' then '' else m.content end,
                edited_at  = case change.kind when 'edit' then clock_timestamp() else m.edited_at end,
                deleted_at = case change.kind when 'delete' then clock_timestamp() end,
                mentions   = case when change.kind in ('react_on', 'react_off') then m.mentions
                                  when change.names is not null then mentioned(room, string_to_array(change.names, ' ')) end,
                reactions  = case when change.kind = 'edit' then m.reactions else (
                    select json_agg(json_build_object('emoji', e.emoji, 'count', e.people, 'user_ids', e.named)
                                    order by e.first_at, e.emoji)::text
                    from (
                        select x.emoji, count(*) as people, min(x.created_at) as first_at,
                               (array_agg(x.user_id order by x.created_at, x.user_id))[1 : most_named] as named
                        from message_reactions x
                        where x.room_id = room and x.seq = m.seq
                        group by x.emoji
                    ) e
                ) end
            where m.room_id = room and m.seq = message.seq
            returning m.* into message;
            if change.kind = 'edit' and message.mentions is not null then
                insert into message_mentions (room_id, user_id, seq, author_id)
                select room, u.id, message.seq, message.user_id from unnest(message.mentions) as u (id);
            end if;
        elsif outcome <> 'unchanged' then
            message := null;
        end if;

        input_position := change.position;
        id := message.id;
        seq := message.seq;
        sent_change := message.sent_change;
        change_seq := message.change_seq;
        user_id := message.user_id;
        client_msg_id := message.client_msg_id;
        content := message.content;
        created_at := message.created_at;
        edited_at := message.edited_at;
        deleted_at := message.deleted_at;
        reactions := message.reactions;
        reply_to := message.reply_to;
        mentions := message.mentions;
        return next;
    end loop;
    update rooms set change_seq = head where rooms.id = room and rooms.change_seq < head;
end
$$;

-- Instances of before: an edit of theirs mentions nobody.
create or replace function change_messages(p_room_ids bigint[], p_seqs bigint[], p_user_ids bigint[], p_kinds text[], p_texts text[])
    returns table (input_position bigint, outcome text, id bigint, seq bigint, sent_change bigint, change_seq bigint,
                   user_id bigint, client_msg_id uuid, content text, created_at timestamptz, edited_at timestamptz,
                   deleted_at timestamptz, reactions text)
    language sql
as $$
    select c.input_position, c.outcome, c.id, c.seq, c.sent_change, c.change_seq, c.user_id, c.client_msg_id, c.content,
           c.created_at, c.edited_at, c.deleted_at, c.reactions
    from change_messages(p_room_ids, p_seqs, p_user_ids, p_kinds, p_texts, array_fill(null::text, array[cardinality(p_texts)])) c
$$;
