namespace Shop;

/// <summary>What the payment provider says of one payment.</summary>
/// <param name="OrderId">The order that it is for.</param>
/// <param name="Amount">What was paid, in euros.</param>
public sealed record Payment(Guid OrderId, decimal Amount);
