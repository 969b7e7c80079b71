-- Until the transaction ends: nobody else claims from the queue @queue, of whose runs only so many may be under way. Returns nothing.
-- Index: the primary key of ermine.run_limit.
insert into ermine.run_limit as l (queue) values (@queue::text) on conflict (queue) do update set high = l.high
