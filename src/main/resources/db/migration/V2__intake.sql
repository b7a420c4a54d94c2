-- How far each file was taken in: a killed import goes on behind its last committed chunk, a finished one is not repeated.
create table import_run (
    id             bigint generated always as identity primary key,
    file_digest    text not null,
    taken_as       text not null,
    source         text not null,
    settings       text not null,
    rows_done      bigint not null default 0,
    error_bytes    bigint not null default 0,
    counts         jsonb not null default '{}',
    started_at     timestamptz not null,
    finished_at    timestamptz
);
create index import_run_file on import_run (file_digest, taken_as, source, settings, id);

-- Characters 9-17 of a code are the organisation code its subject had before.
create index subject_organisation_code on subject (substring(uscc from 9 for 9)) where uscc is not null;

-- A pending list would be read whole for each of the thousands of names that a chunk looks up.
alter index subject_name_keys set (fastupdate = off);
alter index subject_identifier_keys set (fastupdate = off);
