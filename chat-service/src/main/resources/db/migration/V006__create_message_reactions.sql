-- Who reacted to which message with what. The message keeps the sum as frames show it, so that reading history
-- costs nothing more; both are written together under the lock of the room's row.
create table message_reactions (
    room_id    bigint      not null,
    seq        bigint      not null,
    emoji      text        not null constraint message_reactions_emoji_length check (char_length(emoji) between 1 and 32),
    user_id    bigint      not null,
    created_at timestamptz not null default clock_timestamp(),
    constraint message_reactions_pk primary key (room_id, seq, emoji, user_id),
    constraint message_reactions_message_fk foreign key (room_id, seq) references messages (room_id, seq)
);

-- JSON, [{"emoji": …, "count": …, "user_ids": […]}, …], null when there are none.
alter table messages add column reactions text;
