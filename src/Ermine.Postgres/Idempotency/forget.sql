-- Deletes at most @limit keys whose answers are kept no longer. Returns nothing. Index: expires_at.
delete from ermine.idempotency i where i.ctid = any (array(select e.ctid from ermine.idempotency e where e.expires_at <= (select ermine.now()) order by e.expires_at limit @limit::int for update skip locked))
