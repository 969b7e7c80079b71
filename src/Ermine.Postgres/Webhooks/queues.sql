-- Returns the queues of destinations. Goes through the table, whose rows are few.
select q.name from ermine.queue q where q.name like 'webhook-%' order by q.name
