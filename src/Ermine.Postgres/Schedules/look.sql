-- Returns the time, and when the next schedule of @functions is due; null where none ever is. Index: schedule_next_at_idx.
select (select ermine.now()), (
  select s.next_at from ermine.schedule s where not s.paused and s.next_at is not null and s.function = any (@functions::text[]) order by s.next_at limit 1
)
