-- Deletes at most @limit keys whose window is over. Returns nothing. Reads: the index of their ends, at its left end.
delete from ermine.work_dedup d where d.key = any (array(select k.key from ermine.work_dedup k where k.until <= (select ermine.now()) limit @limit::int))
