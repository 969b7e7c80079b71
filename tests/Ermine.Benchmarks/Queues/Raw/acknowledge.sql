-- Removes the messages $1.
delete from raw_queue where id = any($1)
