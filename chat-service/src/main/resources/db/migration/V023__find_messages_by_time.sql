-- The seq of a room's first message at or after a time; one after the last when all are older. By halves over the primary
-- key, because seq has no holes and times follow it: twenty look-ups in a million messages, and no index to keep. Where the
-- clock was set back it finds one of the places.
create function seq_at(p_room_id bigint, p_time timestamptz) returns bigint
    language plpgsql stable
as $$
declare
    first bigint := 1;
    after bigint;
    half  bigint;
begin
    select r.last_seq + 1 into after from rooms r where r.id = p_room_id;
    while first < after loop
        half := (first + after) / 2;
        if exists (select 1 from messages m where m.room_id = p_room_id and m.seq = half and m.created_at < p_time) then
            first := half + 1;
        else
            after := half;
        end if;
    end loop;
    return first;
end
$$;
