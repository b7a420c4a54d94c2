-- Marks that their owner does not want shown on a site for the time being. One that was resumed stays as history.
create table mark_suspension (
    id           bigint generated always as identity primary key,
    subject_id   text not null references subject (id),
    -- address of the site without a scheme; blank for all sites of the subject
    site         text not null,
    suspended_by text not null,
    suspended_at timestamptz not null,
    resumed_by   text,
    resumed_at   timestamptz
);
create unique index mark_suspension_in_force on mark_suspension (subject_id, site) where resumed_at is null;

-- Where marks were shown though the site is not bound to their subject: how often on which day, and nothing about who looked.
create table mark_copy (
    subject_id text not null references subject (id),
    -- in ASCII, without www.
    host       text not null,
    day        date not null,
    shown      bigint not null,
    primary key (subject_id, day, host)
);
