-- Drops a database, and ends the sessions that still use it.
drop database if exists :"name" with (force);
