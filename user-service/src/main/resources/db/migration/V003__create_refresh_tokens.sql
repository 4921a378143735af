-- Refresh tokens, as SHA-256 of 256 random bits: whoever reads this table cannot use one.
create table refresh_tokens (
    hash       text        not null constraint refresh_tokens_pk primary key
                           constraint refresh_tokens_hash_length check (char_length(hash) = 43),
    session_id bigint      not null constraint refresh_tokens_session_fk references sessions (id) on delete cascade,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz,
    constraint refresh_tokens_expire_later check (expires_at > created_at)
);

create index refresh_tokens_session_idx on refresh_tokens (session_id);
