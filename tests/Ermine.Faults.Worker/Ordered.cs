namespace Ermine.Faults.Worker;

/// <summary>A message that is handled in its place within its group.</summary>
[Queue("ordered", GroupKey = nameof(Group))]
public sealed record Ordered(int Id, Conduct Conduct, string Group);
