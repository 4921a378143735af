-- What happened to accounts and sessions, for ever: rows are added and never changed. Refused to everybody, the owner
-- of the table and superusers included, as long as the trigger is on; how an operator shortens it is in
-- docs/operations.md. Ids refer to nothing: the log outlives what it tells of.
create table audit_log (
    id         bigint generated always as identity constraint audit_log_pk primary key,
    at         timestamptz not null,
    -- Which there are is decided in one place, AuditKind; an old instance beside a new one must not refuse its words.
    event      text        not null constraint audit_log_event_word check (event ~ '^[a-z_]{3,40}$'),
    actor_id   bigint,
    subject_id bigint,
    session_id bigint,
    -- How many alike this row stands for: what anybody can cause as often as they like is counted, not copied.
    times      integer     not null constraint audit_log_times_positive check (times > 0),
    address    text        not null constraint audit_log_address_length check (char_length(address) <= 45),
    user_agent text        not null constraint audit_log_user_agent_length check (char_length(user_agent) <= 255),
    request_id text        not null constraint audit_log_request_id_length check (char_length(request_id) <= 64)
);

-- A person's entries, newest first.
create index audit_log_subject_idx on audit_log (subject_id, id);
create index audit_log_actor_idx on audit_log (actor_id, id);

create function audit_log_refuses() returns trigger language plpgsql as $$
begin
    raise exception 'audit_log is append-only' using errcode = 'insufficient_privilege';
end
$$;

create trigger audit_log_append_only before update or delete or truncate on audit_log
    for each statement execute function audit_log_refuses();
-- Also where session_replication_role says that triggers are for others.
alter table audit_log enable always trigger audit_log_append_only;
