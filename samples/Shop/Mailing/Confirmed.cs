namespace Shop.Mailing;

/// <summary>Says that an order's mail was sent.</summary>
[Queue("confirmed")]
public sealed record Confirmed(Guid OrderId);
