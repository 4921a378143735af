-- How often a refresh token was used, each time for another of its session: a token that was never used may end the
-- others there are, and how many one may have is limited. Those from before this begin with none.
alter table refresh_tokens
    add column children integer not null default 0 constraint refresh_tokens_children_few check (children between 0 and 100);
