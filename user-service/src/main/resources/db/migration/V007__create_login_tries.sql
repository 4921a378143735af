-- Logins that were tried and did not succeed, for as long as they count: docs/decisions/0029. Kept for minutes.
create table login_tries (
    id       bigint      generated always as identity constraint login_tries_pk primary key,
    -- Whose password was guessed: a user's id, or a hash of a name that is nobody's.
    account  text        not null constraint login_tries_account_length check (char_length(account) between 1 and 65),
    -- From where: an IPv4 address or an IPv6 /64.
    address  text        not null constraint login_tries_address_length check (char_length(address) between 1 and 64),
    tried_at timestamptz not null
);

-- The newest of an account, and of an account from one address.
create index login_tries_account_idx on login_tries (account, tried_at desc);
create index login_tries_tried_at_idx on login_tries (tried_at);
