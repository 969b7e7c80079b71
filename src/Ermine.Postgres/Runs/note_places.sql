-- Notes how far the segments of a queue have been claimed. Returns nothing. Index: the primary key of ermine.run_limit.
update ermine.run_limit l set high = @high::bigint[] where l.queue = @queue::text
