namespace ErmineQueue;

/// <summary>What the function that stores documents takes.</summary>
[Queue("bills")]
public sealed record Bill(long At, string Kind, string Pad);
