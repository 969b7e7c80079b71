namespace Ermine.Faults.Worker;

/// <summary>A message that is handled alone.</summary>
[Queue("singles")]
public sealed record Lone(int Id, Conduct Conduct, string? Padding);
