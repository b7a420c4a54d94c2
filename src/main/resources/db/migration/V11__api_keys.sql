-- Keys of the API, given out by the operator. Of a key only its hash is kept: whoever reads this table can use none.
create table api_key (
    -- names the key in lists; tells nothing of it
    id           text collate "C" primary key,
    -- SHA-256 of the key, which has 180 random bits
    hash         bytea not null unique,
    holder       text not null,
    scopes       text[] not null,
    -- hosts in ASCII whose pages alone may use it; empty for a key of servers
    domains      text[] not null,
    per_minute   integer not null check (per_minute > 0),
    created_by   text not null,
    created_at   timestamptz not null,
    expires_at   timestamptz,
    revoked_by   text,
    revoked_at   timestamptz
);
