-- Returns the kinds of failures among the dead letters, the most frequent first, at most 100. Counts the table, so it is for people.
select d.fingerprint, count(*), (array_agg(d.function order by d.id desc))[1], (array_agg(d.exception order by d.id desc))[1],
  coalesce((array_agg(d.error order by d.id desc))[1], ''), min(d.died_at), max(d.died_at)
from ermine.work_dead d
group by d.fingerprint order by 2 desc, 1 limit 100
