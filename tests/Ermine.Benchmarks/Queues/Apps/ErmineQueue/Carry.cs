namespace ErmineQueue;

/// <summary>An errand that nobody runs: its queue idles.</summary>
[Queue("carry")]
public sealed record Carry(int Number);
