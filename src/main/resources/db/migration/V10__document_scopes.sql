-- What of its subject a document is about, so that it can be compared again; the one record of a commitment is in record_ids.
alter table issued_document
    -- types of record that were chosen
    add column types        text[] not null default '{}',
    add column decided_from date,
    add column decided_to   date,
    add column site         text;

-- Proofs of sites change without their subject.
create function site_documents_due() returns trigger language plpgsql as $$
begin
    update issued_document set check_due = '-infinity'
    where superseded_at is null and check_due <> '-infinity' and subject_id = new.subject_id and site = new.host;
    return null;
end $$;
create trigger documents_due after update on site_proof for each row execute function site_documents_due();
