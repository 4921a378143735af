-- People. Names and addresses are unique regardless of case; the text is kept as they wrote it.
create table users (
    id            bigint generated always as identity constraint users_pk primary key,
    username      text        not null constraint users_username_length check (char_length(username) between 3 and 32),
    email         text        not null constraint users_email_length check (char_length(email) between 3 and 254),
    display_name  text        not null constraint users_display_name_length check (char_length(display_name) between 1 and 80),
    password_hash text        not null,
    created_at    timestamptz not null default clock_timestamp()
);

create unique index users_username_unique on users (lower(username));
create unique index users_email_unique on users (lower(email));
