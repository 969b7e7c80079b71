-- Deletes at most @limit keys whose window is over. Returns nothing. Goes through the table, whose rows are few: it holds the keys of one window.
delete from ermine.work_dedup d where d.key = any (array(select k.key from ermine.work_dedup k where k.until <= (select ermine.now()) limit @limit::int))
