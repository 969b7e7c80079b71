namespace ErmineQueue;

/// <summary>The same content as an order has, as an event.</summary>
[Event("bench", "OrderCreated", Bus = "one")]
public sealed record Occasion(long At, string Kind, string Pad);
