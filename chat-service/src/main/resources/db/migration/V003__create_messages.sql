-- The log. Every key begins with room_id, so that the table can be partitioned by room.
-- No foreign key to rooms: every writer holds the lock of the room's row, which proves that it exists.
create sequence message_ids as bigint;

create table messages (
    room_id       bigint      not null,
    -- Gapless from 1 within the room: display order.
    seq           bigint      not null,
    -- Unique over all rooms; neither gapless nor in commit order, so never a cursor.
    id            bigint      not null default nextval('message_ids'),
    -- The change that sent this message, for ever.
    sent_change   bigint      not null,
    -- Its latest change.
    change_seq    bigint      not null,
    user_id       bigint      not null,
    client_msg_id uuid        not null,
    -- SHA-256 of the content as first sent: tells a repeat from another message under the same id.
    sent_hash     bytea       not null,
    content       text        not null,
    created_at    timestamptz not null default clock_timestamp(),
    edited_at     timestamptz,
    deleted_at    timestamptz,
    reply_to      bigint,
    constraint messages_pk primary key (room_id, seq),
    constraint messages_client_msg_id_unique unique (room_id, user_id, client_msg_id),
    constraint messages_change_seq_unique unique (room_id, change_seq),
    constraint messages_content_length check (char_length(content) <= 4000 and (deleted_at is not null or content <> '')),
    constraint messages_changes_ordered check (seq >= 1 and sent_change >= seq and change_seq >= sent_change)
);

alter sequence message_ids owned by messages.id;
