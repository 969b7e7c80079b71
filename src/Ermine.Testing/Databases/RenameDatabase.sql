-- Renames a database that nobody is connected to.
alter database :"name" rename to :"to";
