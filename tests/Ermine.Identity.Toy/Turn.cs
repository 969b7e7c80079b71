namespace Ermine.Identity.Toy;

/// <summary>What residents send, one after the other of each table.</summary>
[Queue("turns", GroupKey = nameof(Turn.Table))]
public sealed record Turn(string Table, int Number);
