-- Who was removed from a room by its owner, and when last: an older invitation does not bring them back.
set local lock_timeout = '2s';

create table room_removals (
    room_id    bigint      not null constraint room_removals_room_fk references rooms (id),
    user_id    bigint      not null,
    removed_at timestamptz not null default clock_timestamp(),
    constraint room_removals_pk primary key (room_id, user_id)
);

-- "Removals of this person", when their account is deleted.
create index room_removals_user_id_idx on room_removals (user_id);
