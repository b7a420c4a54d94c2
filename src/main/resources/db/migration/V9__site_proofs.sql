-- Proofs that a subject holds a domain (网站主体核验): what it was asked to show, and what checks of it found.
create table site_proof (
    subject_id text not null references subject (id),
    -- in ASCII, without www.
    host       text not null,
    token      text not null,
    asked_by   text not null,
    asked_at   timestamptz not null,
    checked_at timestamptz,
    -- the last check that found the token, how, and the first one since which none lapsed
    proved_at  timestamptz,
    method     text,
    since      timestamptz,
    -- why the last check did not find it, null when it did
    failure    text,
    primary key (subject_id, host)
);
