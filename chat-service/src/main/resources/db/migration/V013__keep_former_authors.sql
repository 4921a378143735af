-- Memberships end under the lock of the room's row, which whoever sends takes, too: all they wrote is there to be seen.
create function keep_former_author() returns trigger language plpgsql
    -- The room's row is locked: an index look-up, whatever the statistics say, and never the whole log.
    set enable_seqscan = off
    set plan_cache_mode = force_generic_plan
as $$
begin
    if exists (select 1 from messages g where g.room_id = old.room_id and g.user_id = old.user_id) then
        insert into former_authors (user_id, room_id) values (old.user_id, old.room_id) on conflict do nothing;
    end if;
    return null;
end
$$;

-- Rather try again than hold up everybody who comes and goes.
set local lock_timeout = '2s';

-- A trigger, because memberships end in several ways, and some of them in instances of before.
create trigger room_members_keep_former_author after delete on room_members
    for each row execute function keep_former_author();
