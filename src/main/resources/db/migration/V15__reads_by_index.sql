-- Whose site an address is, and what looks like one, is told from all subjects that have a site: few of all. SubjectStore asks by
-- these very words.
create index subject_site on subject (id)
    where jsonb_path_exists(identifiers, '$[*] ? (@.scheme == "DOMAIN" || @.scheme == "SHOP_URL")');

-- Lists are read by the types of their entries.
create index record_published_type on record (type) where state = 'published';
