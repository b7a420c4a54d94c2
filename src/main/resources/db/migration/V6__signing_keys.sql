-- Every public key the portal ever signed with: what was signed stays checkable after the key was changed.
create table signing_key (
    id          text primary key,
    purpose     text not null,
    -- JSON Web Key (RFC 7517): the required members of its kind
    jwk         jsonb not null,
    algorithm   text not null,
    -- DER; null for keys without one
    certificate bytea,
    development boolean not null,
    since       timestamptz not null,
    until       timestamptz
);
create unique index signing_key_in_force on signing_key (purpose) where until is null;
