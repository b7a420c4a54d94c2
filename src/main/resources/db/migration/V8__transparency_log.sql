-- The transparency log: what was published, corrected, ended and issued, as salted hashes in a Merkle tree (RFC 6962).
-- Entries, nodes and heads are only ever added. Openings are what tells which entry is about what: they go when the
-- record must vanish, and then nobody can tell any more.
create table log_entry (
    position   bigint primary key,
    op         text not null,
    at         timestamptz not null,
    commitment bytea not null
);
-- Hashes of all complete subtrees: level 0 are the leaves.
create table log_node (
    level    int not null,
    position bigint not null,
    hash     bytea not null,
    primary key (level, position)
);
create table log_head (
    size      bigint primary key,
    at        timestamptz not null,
    root      bytea not null,
    statement text not null
);
create table log_opening (
    position   bigint primary key references log_entry (position),
    kind       text not null,
    reference  text not null,
    subject_id text,
    salt       bytea not null,
    -- when its publication ends by itself
    until      timestamptz,
    unique (kind, reference)
);
create index log_opening_subject on log_opening (subject_id) where subject_id is not null;
create index log_opening_until on log_opening (until) where until is not null;

-- What is to be compared with the log, written with the change itself. Never merged with a row that is there: its reader
-- may be past it.
create table log_due (
    seq       bigint generated always as identity primary key,
    kind      text not null,
    reference text not null
);

create function log_kept() returns trigger language plpgsql as $$
begin
    raise exception 'the transparency log is only added to';
end $$;
create trigger log_entry_kept before update or delete on log_entry for each statement execute function log_kept();
create trigger log_node_kept before update or delete on log_node for each statement execute function log_kept();
create trigger log_head_kept before update or delete on log_head for each statement execute function log_kept();

create function log_records_inserted() returns trigger language plpgsql as $$
begin
    insert into log_due (kind, reference)
        select distinct 'subject', subject_id from changed where state = 'published';
    return null;
end $$;
create function log_records_updated() returns trigger language plpgsql as $$
begin
    insert into log_due (kind, reference)
        select 'subject', subject_id from changed where state = 'published'
        union select 'subject', subject_id from before_change where state = 'published';
    return null;
end $$;
create trigger log_inserted after insert on record
    referencing new table as changed for each statement execute function log_records_inserted();
create trigger log_updated after update on record
    referencing new table as changed old table as before_change
    for each statement execute function log_records_updated();

-- Of some kinds of subject less is public.
create function log_subjects_updated() returns trigger language plpgsql as $$
begin
    insert into log_due (kind, reference)
        select 'subject', c.id from changed c join before_change b on b.id = c.id where b.kind <> c.kind;
    return null;
end $$;
create trigger log_updated after update on subject
    referencing new table as changed old table as before_change
    for each statement execute function log_subjects_updated();

create function log_documents_issued() returns trigger language plpgsql as $$
begin
    insert into log_due (kind, reference) select 'document', number from changed;
    return null;
end $$;
create trigger log_issued after insert on issued_document
    referencing new table as changed for each statement execute function log_documents_issued();

insert into log_due (kind, reference)
    select distinct 'subject', subject_id from record where state = 'published';
insert into log_due (kind, reference) select 'document', number from issued_document order by issued_at;
