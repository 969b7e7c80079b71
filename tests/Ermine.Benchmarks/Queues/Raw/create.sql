-- Makes the raw queue: the primary key is its only index, and half of each page is left for the claims.
create table if not exists raw_queue (
  id bigint generated always as identity primary key,
  leased_until timestamptz not null default '-infinity',
  attempts int not null default 0,
  payload bytea not null
) with (fillfactor = 50)
