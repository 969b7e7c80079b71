-- Returns those of the queues @names that hold something that is due, in no order. For a node that has nothing to do: one statement for all of its queues.
select d.name from ermine.due(@names::text[]) as d (name)
