-- One row per signed-in device. A session lives as long as somebody uses it; times are the service's clock.
create table sessions (
    id           bigint generated always as identity constraint sessions_pk primary key,
    user_id      bigint      not null constraint sessions_user_fk references users (id),
    user_agent   text        not null constraint sessions_user_agent_length check (char_length(user_agent) <= 255),
    created_at   timestamptz not null,
    last_used_at timestamptz not null,
    revoked_at   timestamptz,
    constraint sessions_used_after_created check (last_used_at >= created_at)
);

create index sessions_user_idx on sessions (user_id);
