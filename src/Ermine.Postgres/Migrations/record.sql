-- Records that a migration has been applied. Returns nothing.
insert into ermine.migration (number, name, checksum) values (@number::int, @name::text, @checksum::text)
