-- The red list as its takers know it: what is on it now, and of what left it an opaque id. A timepoint is given with each change,
-- by one writer at a time, so they are in the order of the commits.
create table red_list_entry (
    record_id  text primary key,
    -- both null once it is gone
    subject_id text,
    state      text,
    -- timepoint of its first coming and of its last change
    listed     bigint not null,
    changed    bigint not null
);
create index red_list_entry_changed on red_list_entry (changed);
