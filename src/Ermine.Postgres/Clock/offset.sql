-- Returns by how many microseconds the clock of record has been advanced: what set_offset.sql wrote into its text. Index: the oid of pg_proc.
select coalesce(substring(p.prosrc from 'interval ''(\d+) microseconds''')::bigint, 0)
from pg_proc p where p.oid = 'ermine.now()'::regprocedure
