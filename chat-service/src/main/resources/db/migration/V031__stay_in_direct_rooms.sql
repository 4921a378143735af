-- Takes somebody who deleted their account out of a room, as before; out of a direct room nobody goes: the other one keeps
-- the conversation, with somebody who has no name any more.
create or replace function remove_deleted(p_room_id bigint, p_user_id bigint) returns boolean
    language plpgsql
    -- As in append_messages: whoever waits holds a connection, and a held room must not take all of them.
    set lock_timeout = '300ms'
as $$
begin
    -- Membership changes under the lock of the room's row, which whoever sends takes, too.
    perform 1 from rooms r where r.id = p_room_id and r.type <> 'direct' for no key update;
    if not found then
        update room_members m set username = null, muted = false, last_read_seq = 0
        where m.room_id = p_room_id and m.user_id = p_user_id;
        return false;
    end if;
    delete from room_members m where m.room_id = p_room_id and m.user_id = p_user_id;
    if not found then
        return false;
    end if;
    update rooms r set members_version = r.members_version + 1 where r.id = p_room_id;
    return true;
end
$$;
