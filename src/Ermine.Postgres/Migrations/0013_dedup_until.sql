-- Webhooks keep their ids for days: whoever deletes keys whose window is over reads those, and not all.
create index work_dedup_until_idx on ermine.work_dedup (until);
