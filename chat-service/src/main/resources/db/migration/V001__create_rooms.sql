-- Rooms and their two counters. last_seq counts messages, change_seq counts every visible change; both move only
-- under the lock of the room's row. No index holds a counter and pages stay half empty, so that a busy room's
-- updates stay on one page (HOT) and vacuum has little to do.
create table rooms (
    id              bigint generated always as identity constraint rooms_pk primary key,
    name            text        not null constraint rooms_name_length check (char_length(name) between 1 and 80),
    description     text        not null default '' constraint rooms_description_length check (char_length(description) <= 500),
    type            text        not null constraint rooms_type_known check (type in ('public', 'private')),
    created_by      bigint      not null,
    created_at      timestamptz not null default clock_timestamp(),
    last_seq        bigint      not null default 0,
    change_seq      bigint      not null default 0,
    -- Counts joins, leaves, kicks and role changes, so that an instance notices one it was not told about.
    members_version bigint      not null default 0,
    constraint rooms_counters_ordered check (last_seq >= 0 and change_seq >= last_seq)
) with (fillfactor = 50);
