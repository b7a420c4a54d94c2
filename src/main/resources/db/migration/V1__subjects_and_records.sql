-- The system of record: subjects and records, every version of them, and the outbox that feeds the index.
-- Versions and outbox rows are written by statement triggers, so no writer can forget them and COPY keeps its speed.

create table source (
    code         text primary key,
    name         text not null,
    kind         text not null,
    refreshed_at timestamptz
);

create table subject (
    id             text primary key,
    kind           text not null,
    name           text not null,
    uscc           text,
    identifiers    jsonb not null default '[]',
    names          jsonb not null default '[]',
    -- exact look-up, derived from the columns above by the writer
    name_keys      text[] not null,
    identifier_keys text[] not null,
    region         text,
    address        text,
    status         text not null,
    branch_of      text references subject (id) deferrable initially deferred,
    operator_id    text references subject (id) deferrable initially deferred,
    representative text,
    registered_on  date,
    capital        text,
    industry       text,
    scope          text,
    source         text not null references source (code),
    version        int not null,
    changed_by     text not null,
    changed_at     timestamptz not null,
    change_reason  text not null
);
create unique index subject_uscc on subject (uscc) where uscc is not null;
create index subject_name_keys on subject using gin (name_keys);
create index subject_identifier_keys on subject using gin (identifier_keys);
create index subject_branch_of on subject (branch_of) where branch_of is not null;
create index subject_operator on subject (operator_id) where operator_id is not null;

create table record (
    id              text primary key,
    type            text not null,
    subject_id      text not null references subject (id),
    state           text not null,
    incomplete      boolean not null,
    document_number text,
    authority       text,
    decided_on      date,
    valid_until     date,
    level           text,
    data            jsonb not null,
    public_from     timestamptz,
    public_until    timestamptz,
    natural_key     text not null unique,
    source          text not null references source (code),
    version         int not null,
    changed_by      text not null,
    changed_at      timestamptz not null,
    change_reason   text not null
);
create index record_subject on record (subject_id);
create index record_end on record (public_until) where state = 'published' and public_until is not null;

create table subject_version (
    id         text not null,
    version    int not null,
    changed_at timestamptz not null,
    content    jsonb not null,
    primary key (id, version)
);

create table record_version (
    id         text not null,
    version    int not null,
    subject_id text not null,
    changed_at timestamptz not null,
    content    jsonb not null,
    primary key (id, version)
);
create index record_version_subject on record_version (subject_id, changed_at);

-- xid tells when a row may be read: a sequence is not commit order, so the projection reads only rows of
-- transactions older than every running one.
create table outbox (
    seq        bigint generated always as identity primary key,
    xid        xid8 not null default pg_current_xact_id(),
    subject_id text not null,
    at         timestamptz not null default clock_timestamp()
);
create index outbox_order on outbox (xid, seq);

-- Deterministic settings of the store itself, e.g. which publication rules its ends were computed by.
create table store_setting (
    name  text primary key,
    value text not null
);

-- Work handed to the running portal by a command started beside it.
create table job (
    id          bigint generated always as identity primary key,
    kind        text not null,
    argument    text,
    asked_at    timestamptz not null default clock_timestamp(),
    started_at  timestamptz,
    finished_at timestamptz,
    result      text,
    failure     text
);

create function subject_changed() returns trigger language plpgsql as $$
begin
    insert into subject_version (id, version, changed_at, content)
        select id, version, changed_at, to_jsonb(n) from changed n;
    insert into outbox (subject_id) select id from changed;
    return null;
end $$;

create trigger subject_inserted after insert on subject
    referencing new table as changed for each statement execute function subject_changed();
create trigger subject_updated after update on subject
    referencing new table as changed for each statement execute function subject_changed();

create function record_inserted() returns trigger language plpgsql as $$
begin
    insert into record_version (id, version, subject_id, changed_at, content)
        select id, version, subject_id, changed_at, to_jsonb(n) from changed n;
    insert into outbox (subject_id) select distinct subject_id from changed;
    return null;
end $$;

-- A record that moves to another subject changes both.
create function record_updated() returns trigger language plpgsql as $$
begin
    insert into record_version (id, version, subject_id, changed_at, content)
        select id, version, subject_id, changed_at, to_jsonb(n) from changed n;
    insert into outbox (subject_id)
        select subject_id from changed union select subject_id from before_change;
    return null;
end $$;

create trigger record_inserted after insert on record
    referencing new table as changed for each statement execute function record_inserted();
create trigger record_updated after update on record
    referencing new table as changed old table as before_change for each statement execute function record_updated();
