-- Returns what every queue holds and has moved: queue, paused, depth, later, dead, seconds of the oldest, rows ever put in, rows ever taken out; ordered by queue.
select s.queue, s.paused, s.depth, s.later, s.dead, s.oldest_seconds, s.came, s.went from ermine.status() s
