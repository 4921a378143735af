-- What all refresh tokens of a session have in common, as SHA-256 of 128 random bits: one that was used long ago is
-- known by it, though its own row is gone. Null until the session's next refresh for those from before this.
alter table sessions
    add column family_hash text constraint sessions_family_hash_length check (char_length(family_hash) = 43),
    add constraint sessions_family_unique unique (family_hash);
