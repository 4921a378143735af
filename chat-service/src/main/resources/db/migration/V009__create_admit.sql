-- Lets a person into a room, or says why not, in one round trip and at most one commit.
--
-- p_joins: whether a public room makes a member of whoever is none; a private room takes those only who are in it.
-- Output: the room as the person sees it; role is null when they are no member, and joined says that they became one
-- by this. Nothing when there is no such room, or it is private and not theirs to know of.
create function admit(p_room_id bigint, p_user_id bigint, p_joins boolean)
    returns table (name text, description text, type text, created_by bigint, created_at timestamptz,
                   member_count bigint, last_seq bigint, members_version bigint, role text, joined boolean)
    language plpgsql
    set plan_cache_mode = force_generic_plan
    -- As in append_messages: whoever waits holds a connection, and a held room must not take all of them.
    set lock_timeout = '300ms'
as $$
#variable_conflict use_column
begin
    joined := false;
    if p_joins and not exists (
        select 1 from room_members m where m.room_id = p_room_id and m.user_id = p_user_id
    ) then
        -- Membership changes under the lock of the room's row, which whoever sends takes, too.
        perform 1 from rooms r where r.id = p_room_id and r.type = 'public' for no key update;
        if found then
            insert into room_members (room_id, user_id, role) values (p_room_id, p_user_id, 'member')
            on conflict do nothing;
            joined := found;
        end if;
        if joined then
            update rooms r set members_version = r.members_version + 1 where r.id = p_room_id;
        end if;
    end if;
    return query
    select r.name, r.description, r.type, r.created_by, r.created_at,
           (select count(*) from room_members c where c.room_id = r.id),
           r.last_seq, r.members_version, m.role, joined
    from rooms r left join room_members m on m.room_id = r.id and m.user_id = p_user_id
    where r.id = p_room_id and (r.type = 'public' or m.role is not null);
end
$$;
