-- How many rows a table has: exactly up to 10,000, and beyond that as the statistics say.
create function ermine.rows_of(relation regclass) returns bigint
  language plpgsql
  as $$
declare
  counted bigint;
begin
  execute format('select count(*) from (select from %s limit 10001) head', relation) into counted;
  return case when counted <= 10000 then counted else greatest(counted, (
    select sum(pg_stat_get_live_tuples(t.relid)) from pg_partition_tree(relation) t where t.isleaf)) end;
end
$$;

-- What every queue holds, and how many rows have ever been put into and taken out of it, as the statistics count them. Counts no long table.
create function ermine.status()
  returns table (queue text, paused boolean, depth bigint, later bigint, dead bigint, oldest_seconds double precision, came bigint, went bigint)
  language plpgsql
  as $function$
declare
  moment timestamptz := ermine.now();
  ready regclass;
begin
  for queue, paused in select q.name, q.paused from ermine.queue q order by q.name loop
    ready := format('ermine.%I', replace(queue, '-', '_') || '_ready')::regclass;
    depth := ermine.rows_of(ready);
    later := ermine.rows_of(format('ermine.%I', replace(queue, '-', '_') || '_later')::regclass);
    dead := ermine.rows_of(format('ermine.%I', replace(queue, '-', '_') || '_dead')::regclass);
    select coalesce(sum(pg_stat_get_tuples_inserted(t.relid)), 0), coalesce(sum(pg_stat_get_tuples_deleted(t.relid)), 0)
      into came, went from pg_partition_tree(ready) t where t.isleaf;
    execute format($sql$
      select extract(epoch from $1 - min(first.enqueued_at)) from (values (0), (1), (2), (3)) s (segment),
        lateral (select r.enqueued_at from %s r where r.segment = s.segment order by r.segment, r.id limit 1) first$sql$, ready) into oldest_seconds using moment;
    return next;
  end loop;
end
$function$;
