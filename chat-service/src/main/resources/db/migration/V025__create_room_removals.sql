-- Who was removed from a room by its owner, and when last: an older invitation does not bring them back.
create table room_removals (
    room_id    bigint      not null constraint room_removals_room_fk references rooms (id),
    user_id    bigint      not null,
    removed_at timestamptz not null default clock_timestamp(),
    constraint room_removals_pk primary key (room_id, user_id)
);
