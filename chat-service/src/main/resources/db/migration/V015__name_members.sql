-- What a member is called, so that mentions are resolved under the room's lock without asking another service. Null for
-- who came before this was kept, until they come in again; user names never change. Goes with the membership.
alter table room_members add column username text;

create index room_members_by_username on room_members (room_id, lower(username));
