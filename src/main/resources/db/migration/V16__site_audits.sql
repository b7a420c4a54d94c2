-- What the last look at a home page of a subject saw (site audit).
create table site_audit (
    subject_id        text not null references subject (id),
    -- in ASCII, without www.
    host              text not null,
    audited_at        timestamptz not null,
    licence           text not null,
    mark              boolean not null,
    icp               text,
    certificate_until timestamptz,
    issuer            text,
    -- why the page was not seen, null when it was
    failure           text,
    primary key (subject_id, host)
);
