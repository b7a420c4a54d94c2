-- Tells every portal on this database that something its readers see has changed: at the commit, and to all in the order of
-- the commits, so that all come to know the same last change. Kept answers are dropped by it.
create or replace function tell_change() returns trigger language plpgsql as $$
begin
    perform pg_notify('chengxin_changes', pg_current_xact_id()::text);
    return null;
end $$;

create or replace trigger outbox_told after insert on outbox
    for each statement execute function tell_change();
create or replace trigger source_told after insert or update or delete on source
    for each statement execute function tell_change();
create or replace trigger site_proof_told after insert or update or delete on site_proof
    for each statement execute function tell_change();
create or replace trigger mark_suspension_told after insert or update or delete on mark_suspension
    for each statement execute function tell_change();
