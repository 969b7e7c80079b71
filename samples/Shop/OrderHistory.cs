namespace Shop;

/// <summary>An order with what has happened to it.</summary>
public sealed record OrderHistory(Order Order, IReadOnlyList<OrderStep> Steps);
