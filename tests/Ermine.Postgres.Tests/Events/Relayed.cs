namespace Ermine.Postgres.Tests.Events;

/// <summary>What a pipe makes of a message.</summary>
[Event("relay", "Relayed")]
public sealed record Relayed(int Number);
