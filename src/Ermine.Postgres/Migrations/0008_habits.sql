-- Answers by idempotency key. A row without a status is the mark of a run that is under way: its node holds it until leased_until, and by its epoch
-- the commit of a run whose mark has passed to another is refused. The answer is written by the commit of the run itself.
create table ermine.idempotency (
  key bytea primary key,
  epoch bigint not null,
  request bytea not null,
  leased_until timestamptz not null,
  status smallint,
  headers jsonb,
  body bytea,
  expires_at timestamptz not null
);
create index idempotency_expires_at_idx on ermine.idempotency (expires_at);

-- Takes a key for a request: 'claimed' with the epoch, else 'running', 'done' with the answer, or 'mismatch' where another request has it.
create function ermine.claim_idempotency(wanted bytea, digest bytea, lease interval, out state text, out epoch bigint, out status smallint, out headers jsonb, out body bytea, out wait_seconds double precision)
  language plpgsql
  as $$
declare
  mark ermine.idempotency;
  moment timestamptz := ermine.now();
begin
  loop
    insert into ermine.idempotency as i (key, epoch, request, leased_until, expires_at) values (wanted, 1, digest, moment + lease, moment + lease) on conflict do nothing
      returning i.epoch into epoch;
    if epoch is not null then
      state := 'claimed';
      return;
    end if;

    select * into mark from ermine.idempotency i where i.key = wanted for update;
    exit when found; -- else it was removed in between
  end loop;

  moment := ermine.now(); -- another may have held the row for a while
  if mark.status is not null and mark.expires_at > moment then
    if mark.request <> digest then
      state := 'mismatch';
    else
      state := 'done';
      status := mark.status;
      headers := mark.headers;
      body := mark.body;
    end if;
  elsif mark.status is null and mark.leased_until > moment then
    state := case when mark.request <> digest then 'mismatch' else 'running' end;
    wait_seconds := extract(epoch from mark.leased_until - moment);
  else
    update ermine.idempotency i
    set epoch = mark.epoch + 1, request = digest, leased_until = moment + lease, status = null, headers = null, body = null, expires_at = moment + lease
    where i.key = wanted;
    state := 'claimed';
    epoch := mark.epoch + 1;
  end if;
end
$$;

-- Records the answer of a run, with its commit. Refused where the mark has passed to another run, or was removed.
create function ermine.record_answer(wanted bytea, held bigint, answer_status smallint, answer_headers jsonb, answer_body bytea, retention interval) returns void
  language plpgsql
  as $$
begin
  update ermine.idempotency i
  set status = answer_status, headers = answer_headers, body = answer_body, expires_at = ermine.now() + retention
  where i.key = wanted and i.epoch = held and i.status is null;
  if not found then
    raise exception 'The idempotency key has passed to another request.' using errcode = 'ERM01';
  end if;
end
$$;

-- Holds a document and sees that it still has the version that a caller has read; who writes it at the same time has gone first then, or waits.
create function ermine.require_version(table_name text, document_id text, expected text) returns void
  language plpgsql
  as $$
declare
  id_type text;
  current_version text;
begin
  select format_type(a.atttypid, a.atttypmod) into id_type from pg_attribute a where a.attrelid = table_name::regclass and a.attname = 'id';
  execute format('select d.mt_version::text from %s d where d.id = $1::%s for update', table_name::regclass, id_type) into current_version using document_id;
  if current_version is distinct from expected then
    raise exception 'The document has changed since it was read.' using errcode = 'ERM02';
  end if;
end
$$;
