-- The one room of two people. It has no name of its own and nobody owns it. The checks are wider than those before, so what
-- is stored holds; it is looked through by itself, later.
set local lock_timeout = '2s';

alter table rooms
    drop constraint rooms_type_known,
    add constraint rooms_type_known check (type in ('public', 'private', 'direct')) not valid,
    drop constraint rooms_name_length,
    add constraint rooms_name_length check (char_length(name) <= 80 and (char_length(name) >= 1 or type = 'direct')) not valid;

-- One row a pair, whoever of them began: the key is what makes it one room, whatever instances do at once.
create table direct_rooms (
    low_user_id  bigint not null,
    high_user_id bigint not null,
    room_id      bigint not null constraint direct_rooms_room_fk references rooms (id)
                                 constraint direct_rooms_room_unique unique,
    constraint direct_rooms_pk primary key (low_user_id, high_user_id),
    constraint direct_rooms_two_people check (low_user_id < high_user_id)
);

-- Makes the room of two people, or finds it; says which. Where one of them left it through an instance that does not
-- know direct rooms yet, they are in again.
create function open_direct_room(p_user_id bigint, p_username text, p_other_id bigint, p_other_name text)
    returns table (room_id bigint, opened boolean)
    language plpgsql
    -- As in append_messages: whoever waits holds a connection, and a held room must not take all of them.
    set lock_timeout = '300ms'
as $$
#variable_conflict use_column
declare
    v_low     bigint := least(p_user_id, p_other_id);
    v_high    bigint := greatest(p_user_id, p_other_id);
    v_room_id bigint;
begin
    opened := false;
    select d.room_id into v_room_id from direct_rooms d where d.low_user_id = v_low and d.high_user_id = v_high;
    if v_room_id is null then
        insert into rooms (name, type, created_by) values ('', 'direct', p_user_id) returning id into v_room_id;
        -- Waits for whoever is making the same one; where they do, theirs is the room.
        insert into direct_rooms (low_user_id, high_user_id, room_id) values (v_low, v_high, v_room_id)
        on conflict do nothing;
        opened := found;
        if not opened then
            delete from rooms r where r.id = v_room_id;
            select d.room_id into strict v_room_id
            from direct_rooms d where d.low_user_id = v_low and d.high_user_id = v_high;
        end if;
    end if;
    if (select count(*) from room_members m where m.room_id = v_room_id) < 2 then
        -- Membership changes under the lock of the room's row, which whoever sends takes, too.
        perform 1 from rooms r where r.id = v_room_id for no key update;
        insert into room_members (room_id, user_id, role, username, last_read_seq)
        select r.id, u.id, 'member', u.username, r.last_seq
        from rooms r cross join (values (p_user_id, p_username), (p_other_id, p_other_name)) u (id, username)
        where r.id = v_room_id
        on conflict do nothing;
        if found then
            update rooms r set members_version = r.members_version + 1 where r.id = v_room_id;
        end if;
    end if;
    room_id := v_room_id;
    return next;
end
$$;
