-- Schedules, and which of their slots have had their firing. A firing is a row here and a message in the queue of its function, in one transaction.
create table ermine.schedule (
  name text collate "C" primary key,
  function text not null,
  queue text not null references ermine.queue (name),
  expression text not null,
  zone text not null,
  overlap smallint not null, -- 0 skip, 1 queue, 2 cancel the other
  missed smallint not null, -- 0 skip, 1 run once, 2 run all
  jitter_seconds int not null,
  payload bytea,
  declared boolean not null,
  paused boolean not null default false,
  next_slot timestamptz, -- the next time that has had no firing; null where there is none
  next_at timestamptz, -- when to look at it: that time, and its jitter
  last_slot timestamptz,
  seen_at timestamptz not null -- when a node last had its function
);

-- What is due is found from the left of it.
create index schedule_next_at_idx on ermine.schedule (next_at) where not paused;

create table ermine.schedule_slot (
  schedule text collate "C" not null,
  slot timestamptz not null,
  fired_at timestamptz not null,
  reason smallint not null, -- 0 due, 1 missed, 2 run now, 3 backfill
  dropped boolean not null, -- left out, as another of the schedule was waiting or running
  primary key (schedule, slot)
);

create index schedule_slot_fired_at_idx on ermine.schedule_slot (fired_at);
