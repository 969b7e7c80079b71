-- Removes a schedule; what has fired still runs. Returns nothing. Index: the primary key.
delete from ermine.schedule s where s.name = @name::text
