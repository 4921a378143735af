-- Which history this is. The restore procedure renews it, so that clients that saw what the backup had not yet
-- are told to start afresh instead of missing messages in silence.
create table epoch (
    singleton  boolean     not null default true constraint epoch_pk primary key constraint epoch_one_row check (singleton),
    id         uuid        not null default gen_random_uuid(),
    renewed_at timestamptz not null default clock_timestamp()
);

insert into epoch default values;
