-- A room goes on when its only owner goes: whoever has been a member longest becomes owner, so that somebody can remove people
-- and withdraw invitations. Where nobody is left, nobody comes in by an invitation any more, either.
create function pass_room_on() returns trigger language plpgsql
as $$
begin
    if not exists (select 1 from room_members m where m.room_id = old.room_id and m.role = 'owner') then
        update room_members m set role = 'owner'
        where m.room_id = old.room_id and m.user_id = (
            select o.user_id from room_members o where o.room_id = old.room_id order by o.joined_at, o.user_id limit 1
        );
        if not found then
            delete from invitations i where i.room_id = old.room_id;
        end if;
    end if;
    return null;
end
$$;

-- Rather try again than hold up everybody who comes and goes.
set local lock_timeout = '2s';

-- A trigger, because memberships end in several ways, and some of them in instances of before; all of them under the lock of
-- the room's row.
create trigger room_members_pass_room_on after delete on room_members
    for each row when (old.role = 'owner') execute function pass_room_on();
