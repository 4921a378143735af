-- Whom a message mentions. The message keeps the list as frames show it; these rows count what somebody has not read, by
-- the same key as everything of a room. Both are written together under the lock of the room's row.
-- user_id 0, which is nobody's, stands for everybody in the room.

-- A column and a foreign key lock messages for a moment: rather try again than have everybody who writes wait behind a copy
-- of the database that is being made.
set local lock_timeout = '2s';

create table message_mentions (
    room_id   bigint not null,
    user_id   bigint not null,
    seq       bigint not null,
    -- Nobody has their own messages to read.
    author_id bigint not null,
    constraint message_mentions_pk primary key (room_id, user_id, seq),
    constraint message_mentions_message_fk foreign key (room_id, seq) references messages (room_id, seq)
);

-- User ids, and 0 for everybody; null when there are none.
alter table messages add column mentions bigint[];

-- The members of these names, in small letters; null when there are none. "room" is everybody, whoever is called so.
create function mentioned(p_room_id bigint, p_names text[]) returns bigint[]
    language sql stable
as $$
    select array_agg(x.id order by x.id)
    from (
        select 0::bigint as id where 'room' = any (p_names)
        union
        select m.user_id from room_members m
        where m.room_id = p_room_id and lower(m.username) = any (array_remove(p_names, 'room'))
    ) x
$$;
