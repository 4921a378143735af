-- Where people wrote who are not members any more. Whoever writes is a member, so with room_members this tells every
-- room in which somebody wrote: a copy of what they wrote begins there, and not with every room there is. An index of
-- messages by user would tell it too, but every send would pay for it, and every key of messages begins with room_id.
-- Says nothing that messages do not say, so it may outlive an account as they do.
-- The foreign key locks rooms: rather try again than hold up everybody who writes.
set local lock_timeout = '2s';

create table former_authors (
    user_id bigint not null,
    room_id bigint not null constraint former_authors_room_fk references rooms (id) on delete cascade,
    constraint former_authors_pk primary key (user_id, room_id)
);
