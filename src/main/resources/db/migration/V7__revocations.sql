-- Which issued documents do not hold any more: published as hashes of their numbers, for checks off line.
alter table issued_document
    -- end stated in the document; null for those issued before it was kept
    add column valid_until   timestamptz,
    add column superseded_at timestamptz,
    -- from when on the document is to be compared with its subject again
    add column check_due     timestamptz not null default '-infinity';
create index issued_document_due on issued_document (check_due) where superseded_at is null;
create index issued_document_superseded on issued_document (valid_until) where superseded_at is not null;

-- A document tells of its subject, the subject's company and its branches: what changes one of them makes it due.
create function documents_due() returns trigger language plpgsql as $$
begin
    update issued_document set check_due = '-infinity'
    where superseded_at is null and check_due <> '-infinity' and subject_id in (
        select c.subject_id from changed c
        union select s.branch_of from subject s join changed c on s.id = c.subject_id where s.branch_of is not null
        union select s.id from subject s join changed c on s.branch_of = c.subject_id);
    return null;
end $$;
create trigger documents_due after insert on outbox
    referencing new table as changed for each statement execute function documents_due();
