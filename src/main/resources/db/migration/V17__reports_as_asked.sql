-- Of which moment a report tells when it is not that of its issue, and what its reader stated that it is for.
alter table issued_document
    add column as_of   timestamptz,
    add column purpose text;
