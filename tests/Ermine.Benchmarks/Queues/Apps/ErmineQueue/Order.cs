namespace ErmineQueue;

/// <summary>What the function without effects takes.</summary>
[Queue("orders")]
public sealed record Order(long At, string Kind, string Pad);
