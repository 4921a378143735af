-- What a member is called, so that mentions are resolved under the room's lock without asking another service. Null for
-- who came before this was kept, until they come in again; user names never change. Goes with the membership.

-- Rather try again than hold up everybody who comes and goes behind somebody who reads for long.
set local lock_timeout = '2s';

alter table room_members add column username text;
