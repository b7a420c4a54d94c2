-- Reports asked for many at once. They are kept until the batch ends, so that a download that was cut off is taken up again.
create table report_batch (
    id           text primary key,
    -- order in which batches are made
    turn         bigint generated always as identity,
    -- whose key asked for it
    holder       text not null,
    language     text not null,
    created_at   timestamptz not null,
    -- until when somebody is known to wait for it; nothing is made after that
    wanted_until timestamptz not null,
    kept_until   timestamptz not null
);
create index report_batch_holder on report_batch (holder);
create index report_batch_end on report_batch (kept_until);

create table report_batch_row (
    batch   text not null references report_batch (id) on delete cascade,
    place   int  not null,
    -- id or code as it was sent
    subject text not null,
    -- null until it was this row's turn
    state   text,
    number  text,
    -- the report itself; null again once it does not hold any more
    file    bytea,
    primary key (batch, place)
);
-- a PDF does not get smaller
alter table report_batch_row alter column file set storage external;
create index report_batch_row_waiting on report_batch_row (batch, place) where state is null;
create index report_batch_row_number on report_batch_row (number) where number is not null;

-- What a report showed and is gone is not kept in it either.
create function kept_report_gone() returns trigger language plpgsql as $$
begin
    update report_batch_row set file = null where number = new.number and file is not null;
    return null;
end $$;
create trigger kept_report_gone after update of superseded_at on issued_document
    for each row when (new.superseded_at is not null) execute function kept_report_gone();
