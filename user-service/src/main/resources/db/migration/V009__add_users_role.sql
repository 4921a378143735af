-- Who may administer this installation.
alter table users add column role text not null default 'user'
    constraint users_role_known check (role in ('user', 'admin'));

-- "Is there another admin?"; there are few.
create index users_admin_idx on users (id) where role = 'admin';
