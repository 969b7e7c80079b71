-- Returns what every queue holds: queue, ready, leased, later, dead; ordered by queue. Counts the tables, so it is for people and tests.
select d.queue, d.ready, d.leased, d.later, d.dead from ermine.depths() d
