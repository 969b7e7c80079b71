-- Lets ordered messages wait for @after in their place, so that what comes after them in their group waits too; those no longer held are
-- passed over. @counted is how many attempts that was; the @reason is kept in its headers. Returns nothing. Index: the primary key (segment, id).
update ermine.work_ready r
set leased_until = (select ermine.now()) + @after::interval, attempts = r.attempts - 1 + @counted::int, owner = 0,
  headers = coalesce(r.headers, '{}') || jsonb_build_object('ermine-error', left(@reason::text, 500))
where r.segment = @segment::smallint and r.id = any (@ids::bigint[]) and r.attempts = @attempt::smallint and r.owner = @owner::int
