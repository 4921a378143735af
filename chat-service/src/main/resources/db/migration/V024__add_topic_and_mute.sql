-- What a room is about today, and who does not want to be disturbed by it. Defaults that are constants rewrite no row.

set local lock_timeout = '2s';

alter table rooms
    add column topic text not null default '' constraint rooms_topic_length check (char_length(topic) <= 250);

alter table room_members
    add column muted boolean not null default false;
