-- Pairs of subjects that are known to be not the same, though people take one for the other. A pair is kept once, the
-- smaller id first; one that was lifted stays as history.

create table distinct_subjects (
    id        bigint generated always as identity primary key,
    one       text collate "C" not null references subject (id),
    other     text collate "C" not null references subject (id),
    reason    text not null,
    stated_by text not null,
    stated_at timestamptz not null,
    lifted_by text,
    lifted_at timestamptz,
    check (one < other)
);
create unique index distinct_subjects_in_force on distinct_subjects (one, other) where lifted_at is null;
create index distinct_subjects_other on distinct_subjects (other) where lifted_at is null;

create function distinct_subjects_changed() returns trigger language plpgsql as $$
begin
    insert into outbox (subject_id) select one from changed union select other from changed;
    return null;
end $$;

create trigger distinct_subjects_inserted after insert on distinct_subjects
    referencing new table as changed for each statement execute function distinct_subjects_changed();
create trigger distinct_subjects_updated after update on distinct_subjects
    referencing new table as changed for each statement execute function distinct_subjects_changed();
