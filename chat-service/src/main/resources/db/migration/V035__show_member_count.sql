-- admit, as before; how many members there are is looked up and not counted.
create or replace function admit(p_room_id bigint, p_user_id bigint, p_username text, p_joins boolean)
    returns table (name text, description text, type text, created_by bigint, created_at timestamptz,
                   member_count bigint, last_seq bigint, members_version bigint, role text, joined boolean,
                   last_read_seq bigint, unread integer, mentions integer)
    language plpgsql
    set plan_cache_mode = force_generic_plan
    -- As in append_messages: whoever waits holds a connection, and a held room must not take all of them.
    set lock_timeout = '300ms'
as $$
#variable_conflict use_column
declare
    known_as text;
    newest   bigint;
begin
    joined := false;
    select m.username into known_as from room_members m where m.room_id = p_room_id and m.user_id = p_user_id;
    if found then
        if known_as is null and p_username is not null then
            update room_members m set username = p_username where m.room_id = p_room_id and m.user_id = p_user_id;
        end if;
    elsif p_joins then
        -- Membership changes under the lock of the room's row, which whoever sends takes, too.
        select r.last_seq into newest from rooms r where r.id = p_room_id and r.type = 'public' for no key update;
        if found then
            insert into room_members (room_id, user_id, role, username, last_read_seq)
            values (p_room_id, p_user_id, 'member', p_username, newest)
            on conflict do nothing;
            joined := found;
        end if;
        if joined then
            update rooms r set members_version = r.members_version + 1 where r.id = p_room_id;
        end if;
    end if;
    return query
    select r.name, r.description, r.type, r.created_by, r.created_at,
           r.member_count,
           r.last_seq, r.members_version, m.role, joined, m.last_read_seq, coalesce(c.unread, 0), coalesce(c.mentions, 0)
    from rooms r
    left join room_members m on m.room_id = r.id and m.user_id = p_user_id
    left join lateral count_unread(r.id, m.user_id, m.last_read_seq) c on r.last_seq > m.last_read_seq
    where r.id = p_room_id and (r.type = 'public' or m.role is not null);
end
$$;
