-- Deletes at most @limit limits of callers whom nobody has seen for a day, by when every one is full again. Returns nothing. Goes through the table: it
-- has a row for each caller of a day, and an index on the time would make each call write it.
delete from ermine.rate r where r.ctid = any (array(select f.ctid from ermine.rate f where f.name like 'http/%' and f.filled_at < (select ermine.now()) - interval '1 day' limit @limit::int for update skip locked))
