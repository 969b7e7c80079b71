namespace Ermine.Faults.Worker;

/// <summary>A message whose run takes no part in a commit: what it does may be repeated, and is never left out.</summary>
[Queue("loose")]
public sealed record Loose(int Id, Conduct Conduct);
