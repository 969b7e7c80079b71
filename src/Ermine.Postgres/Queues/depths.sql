-- Returns what every queue holds: queue, ready, leased, later, dead, paused; ordered by queue. Counts the tables, so it is for people and tests.
select d.queue, d.ready, d.leased, d.later, d.dead, q.paused from ermine.depths() d join ermine.queue q on q.name = d.queue order by d.queue
