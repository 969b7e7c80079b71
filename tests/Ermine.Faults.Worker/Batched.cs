namespace Ermine.Faults.Worker;

/// <summary>A message that is handled in a batch.</summary>
[Queue("batched")]
public sealed record Batched(int Id, Conduct Conduct);
