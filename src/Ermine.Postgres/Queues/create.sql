-- Makes the tables of the queues @names unless they are there. Returns one row without a value for each.
select ermine.create_queue(q.name) from unnest(@names::text[]) as q (name)
