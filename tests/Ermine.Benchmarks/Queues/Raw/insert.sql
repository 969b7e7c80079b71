-- Sends one message.
insert into raw_queue (payload) values ($1)
