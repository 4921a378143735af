-- Those who left before there was a trigger. By itself and not with the trigger, whose lock on room_members would last
-- as long as this: it reads an index of the whole log, once, and holds up nobody.
insert into former_authors (user_id, room_id)
select distinct g.user_id, g.room_id
from messages g
where not exists (select 1 from room_members m where m.room_id = g.room_id and m.user_id = g.user_id)
on conflict do nothing;
