-- Makes the clock of record run ahead by an offset, which stands in the place of the 0. Returns nothing. The plans that contain the clock are made anew.
create or replace function ermine.now() returns timestamptz
  language sql volatile parallel safe
  as $$ select clock_timestamp() + interval '0 microseconds' $$
