-- Sends many messages.
copy raw_queue (payload) from stdin (format binary)
