-- Who is in a room. People live in another service's database, so user_id refers to nothing here.
create table room_members (
    room_id       bigint      not null constraint room_members_room_fk references rooms (id),
    user_id       bigint      not null,
    role          text        not null constraint room_members_role_known check (role in ('owner', 'member')),
    joined_at     timestamptz not null default clock_timestamp(),
    last_read_seq bigint      not null default 0 constraint room_members_last_read_not_negative check (last_read_seq >= 0),
    constraint room_members_pk primary key (room_id, user_id)
);

-- "My rooms".
create index room_members_by_user on room_members (user_id, room_id);
