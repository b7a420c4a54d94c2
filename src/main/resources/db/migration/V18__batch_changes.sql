-- When a report of a batch ceased to be kept: the ZIP of the batch has other bytes from then on.
alter table report_batch_row add column forgotten_at timestamptz;
update report_batch_row set forgotten_at = now() where number is not null and file is null;

create or replace function kept_report_gone() returns trigger language plpgsql as $$
begin
    update report_batch_row set file = null, forgotten_at = new.superseded_at
    where number = new.number and file is not null;
    return null;
end $$;
