namespace ErmineQueue;

/// <summary>An errand that nobody runs: its queue idles.</summary>
[Queue("wrap")]
public sealed record Wrap(int Number);
