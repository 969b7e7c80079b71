-- Takes an idempotency key for a request. Returns one row: state, epoch, status, headers, body, seconds until the lease ends.
-- Index: the primary key of ermine.idempotency.
select c.state, c.epoch, c.status, c.headers, c.body, c.wait_seconds from ermine.claim_idempotency(@key::bytea, @request::bytea, @lease::interval) as c
