-- Links into rooms. Whoever has a token may come in, so that it is stored as a hash only: a copy of this table opens nothing.
set local lock_timeout = '2s';

create table invitations (
    id         bigint      generated always as identity constraint invitations_pk primary key,
    room_id    bigint      not null constraint invitations_room_fk references rooms (id),
    token_hash bytea       not null constraint invitations_token_unique unique
                                    constraint invitations_token_is_sha256 check (octet_length(token_hash) = 32),
    created_by bigint      not null,
    created_at timestamptz not null default clock_timestamp(),
    expires_at timestamptz not null,
    max_uses   integer     constraint invitations_max_uses_positive check (max_uses >= 1),
    uses       integer     not null default 0,
    constraint invitations_uses_within_max check (uses >= 0 and uses <= coalesce(max_uses, uses))
);

-- "The invitations to this room".
create index invitations_room_id_idx on invitations (room_id, id);

-- "Invitations of this person", for their copy and when their account is deleted.
create index invitations_created_by_idx on invitations (created_by);
