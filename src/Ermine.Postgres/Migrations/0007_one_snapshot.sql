-- All queues as they are at one moment: else a message that moves from one queue to another while they are counted may be counted in neither.
alter function ermine.depths() stable;
