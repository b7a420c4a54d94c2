-- Objections and error reports. What is personal is sealed with the key of the data directory: a copy of the database
-- alone tells nobody's name, telephone or story.
create table objection (
    id          text primary key,
    -- SHA-256 of the code that its filer follows it by
    code_digest bytea not null unique,
    -- what it is about; null when the filer named it in words
    subject_id  text,
    record_id   text,
    field       text,
    reason      text not null,
    standing    text not null,
    language    text not null,
    state       text not null,
    -- sealed JSON: what it is about, what is wrong, what would be right
    content     bytea not null,
    -- sealed JSON: name, phone or e-mail; null once dropped
    contact     bytea,
    filed_at    timestamptz not null,
    changed_at  timestamptz not null
);
create index objection_state on objection (state, filed_at);
create index objection_record on objection (record_id) where record_id is not null;
create index objection_contact on objection (changed_at) where contact is not null;

create table objection_evidence (
    id           text primary key,
    objection_id text not null references objection (id),
    position     int not null,
    kind         text not null,
    bytes        bigint not null,
    -- sealed: its name as sent
    name         bytea not null,
    unique (objection_id, position)
);

-- Who did what, when: written with the act itself, never changed.
create table objection_act (
    seq          bigint generated always as identity primary key,
    objection_id text not null references objection (id),
    act          text not null,
    done_by      text not null,
    done_at      timestamptz not null,
    -- sealed: what the filer is told, null for nothing
    words        bytea
);
create index objection_act_objection on objection_act (objection_id, seq);
