-- For who was a member before pointers were kept, what was said until now counts as read. After admit, which gives newcomers
-- theirs, so that nobody is left without. Room by room, each by itself: who leaves waits for one room at most.
do $$
declare
    room bigint;
begin
    for room in select r.id from rooms r where r.last_seq > 0 loop
        update room_members m set last_read_seq = r.last_seq
        from rooms r
        where r.id = room and m.room_id = r.id and m.last_read_seq = 0 and r.last_seq > 0;
        commit;
    end loop;
end
$$;
