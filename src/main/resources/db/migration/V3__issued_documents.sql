-- What was issued, by digest: the files themselves are not kept.
create table issued_document (
    number         text primary key,
    kind           text not null,
    subject_id     text not null,
    language       text not null,
    issued_at      timestamptz not null,
    -- SHA-256 of the file, and of what it showed
    file_digest    bytea not null,
    content_digest bytea not null,
    record_ids     text[] not null
);
create index issued_document_file on issued_document (file_digest);
create index issued_document_subject on issued_document (subject_id, issued_at);
