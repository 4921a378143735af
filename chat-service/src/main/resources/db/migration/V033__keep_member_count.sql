-- Whoever changes who is in a room holds the lock of its row already, or has just made it.
create function count_members() returns trigger language plpgsql
as $$
begin
    if tg_op = 'INSERT' then
        update rooms r set member_count = r.member_count + c.members
        from (select n.room_id, count(*) as members from came n group by n.room_id) c
        where r.id = c.room_id;
    else
        update rooms r set member_count = r.member_count - c.members
        from (select o.room_id, count(*) as members from went o group by o.room_id) c
        where r.id = c.room_id;
    end if;
    return null;
end
$$;

-- Rather try again than hold up everybody who comes and goes.
set local lock_timeout = '2s';

-- Triggers, because memberships begin and end in several ways, and some of them in instances of before. Once for each
-- statement: thousands who come at once are one change of the room's row.
create trigger room_members_count_came after insert on room_members
    referencing new table as came for each statement execute function count_members();

create trigger room_members_count_went after delete on room_members
    referencing old table as went for each statement execute function count_members();
