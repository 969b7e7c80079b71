-- Returns those of @names that are no queue yet, in their order. Index: the primary key of ermine.queue.
select wanted.name from unnest(@names::text[]) with ordinality as wanted (name, place)
where not exists (select from ermine.queue q where q.name = wanted.name)
order by wanted.place
