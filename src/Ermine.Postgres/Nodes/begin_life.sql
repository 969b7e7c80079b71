-- Records that a node has started. Returns the number of this life, the owner of the leases that it will take.
insert into ermine.node (name, started_at) values (@name::text, (select ermine.now())) returning id
