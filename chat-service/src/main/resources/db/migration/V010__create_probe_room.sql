-- The room that chat instances measure themselves in, see package probe. Numbers of people and rooms begin at 1, so that
-- nobody else has these; nobody is shown it, being private and nobody's.
insert into rooms (id, name, description, type, created_by, members_version) overriding system value
values (-1, 'Probe', 'Chat instances measure here how long a message takes from one to another.', 'private', -1, 1);

insert into room_members (room_id, user_id, role) values (-1, -1, 'owner');
