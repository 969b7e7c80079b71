namespace ErmineQueue;

/// <summary>An errand that nobody runs: its queue idles.</summary>
[Queue("fetch")]
public sealed record Fetch(int Number);
