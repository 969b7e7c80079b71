-- Locks a schedule until the transaction ends, so that its firings are numbered in the order of their commits. Returns its name. Index: the primary key.
select s.name from ermine.schedule s where s.name = @name::text for update
