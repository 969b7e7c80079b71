-- Deletes at most @limit runs that ended before @before. Returns nothing. Index: ended_at.
delete from ermine.run r where r.ctid = any (array(select e.ctid from ermine.run e where e.ended_at < @before::timestamptz order by e.ended_at limit @limit::int))
