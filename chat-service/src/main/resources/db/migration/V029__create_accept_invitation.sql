-- Lets the holder of an invitation into its room. Nothing when it is unknown, expired or used up, or when it is to a private
-- room and older than the person's removal from there. Whoever is a member already uses nothing up.
create function accept_invitation(p_token_hash bytea, p_user_id bigint, p_username text)
    returns table (room_id bigint, members_version bigint, joined boolean)
    language plpgsql
    -- As in append_messages: whoever waits holds a connection, and a held room must not take all of them.
    set lock_timeout = '300ms'
as $$
#variable_conflict use_column
declare
    v_invitation invitations;
begin
    -- The room's lock first, as every writer takes it; the invitation is read again under it, so that its uses are counted
    -- one after another.
    perform 1 from rooms r
    where r.id = (select i.room_id from invitations i where i.token_hash = p_token_hash) for no key update;
    select i.* into v_invitation from invitations i where i.token_hash = p_token_hash;
    if v_invitation.id is null or v_invitation.expires_at <= clock_timestamp() then
        return;
    end if;
    room_id := v_invitation.room_id;
    joined := false;
    if not exists (
        select 1 from room_members m where m.room_id = v_invitation.room_id and m.user_id = p_user_id
    ) then
        if v_invitation.uses >= v_invitation.max_uses or exists (
            select 1 from room_removals x join rooms r on r.id = x.room_id
            where x.room_id = v_invitation.room_id and x.user_id = p_user_id
              and r.type = 'private' and x.removed_at >= v_invitation.created_at
        ) then
            return;
        end if;
        insert into room_members (room_id, user_id, role, username, last_read_seq)
        select r.id, p_user_id, 'member', p_username, r.last_seq from rooms r where r.id = v_invitation.room_id;
        update invitations i set uses = i.uses + 1 where i.id = v_invitation.id;
        update rooms r set members_version = r.members_version + 1 where r.id = v_invitation.room_id;
        joined := true;
    end if;
    select r.members_version into members_version from rooms r where r.id = v_invitation.room_id;
    return next;
end
$$;
