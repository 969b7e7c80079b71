namespace Shop;

/// <summary>One thing that happened to an order. A document of its own, so that functions that work at the same time do not meet in one.</summary>
public sealed record OrderStep(Guid Id, Guid OrderId, string What, DateTimeOffset At);
