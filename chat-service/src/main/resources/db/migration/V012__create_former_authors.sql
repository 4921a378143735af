-- Where people wrote who are not members any more. Whoever writes is a member, so with room_members this tells every
-- room in which somebody wrote: a copy of what they wrote begins there, and not with every room there is. An index of
-- messages by user would tell it too, but every send would pay for it, and every key of messages begins with room_id.
-- Says nothing that messages do not say, so it may outlive an account as they do.
create table former_authors (
    user_id bigint not null,
    room_id bigint not null constraint former_authors_room_fk references rooms (id) on delete cascade,
    constraint former_authors_pk primary key (user_id, room_id)
);

-- Memberships end under the lock of the room's row, which whoever sends takes, too: all they wrote is there to be seen.
create function keep_former_author() returns trigger language plpgsql as $$
begin
    if exists (select 1 from messages g where g.room_id = old.room_id and g.user_id = old.user_id) then
        insert into former_authors (user_id, room_id) values (old.user_id, old.room_id) on conflict do nothing;
    end if;
    return null;
end
$$;

-- A trigger, because memberships end in several ways, and some of them in instances of before.
create trigger room_members_keep_former_author after delete on room_members
    for each row execute function keep_former_author();
