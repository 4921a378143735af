-- Every room, also one that was made while nobody counted yet. Room by room, each by itself and under its lock: who comes
-- and goes waits for one room at most. May be repeated, and so no commit waits for the disk: that took minutes where rooms
-- are very many. What a crash would lose is on the disk before the note that this was done.
set synchronous_commit = off;

do $$
declare
    room    bigint;
    members bigint;
begin
    for room in select r.id from rooms r loop
        perform 1 from rooms r where r.id = room for no key update;
        -- As a statement of its own, and so with a snapshot taken under the lock.
        select count(*) into members from room_members m where m.room_id = room;
        update rooms r set member_count = members where r.id = room and r.member_count is distinct from members;
        commit;
    end loop;
end
$$;

reset synchronous_commit;
