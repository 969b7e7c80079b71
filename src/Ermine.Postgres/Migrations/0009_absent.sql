-- Holds the place of a document and sees that there is none; who makes it at the same time under the same condition has gone first then, or waits.
-- The lock is one of the transaction, as there is no row to lock yet.
create function ermine.require_absent(table_name text, document_id text) returns void
  language plpgsql
  as $$
declare
  id_type text;
  is_there boolean;
begin
  perform pg_advisory_xact_lock(hashtextextended(table_name || ' ' || document_id, 0));
  select format_type(a.atttypid, a.atttypmod) into id_type from pg_attribute a where a.attrelid = to_regclass(table_name) and a.attname = 'id';
  if id_type is null then
    return; -- not even a table
  end if;

  execute format('select exists (select from %s d where d.id = $1::%s)', table_name::regclass, id_type) into is_there using document_id;
  if is_there then
    raise exception 'The document is there already.' using errcode = 'ERM02';
  end if;
end
$$;
