namespace Shop;

/// <summary>Says that somebody has bought something.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Email">Where its confirmation is mailed to.</param>
/// <param name="Total">What it costs, in euros.</param>
[Event("shop", "OrderPlaced")]
public sealed record OrderPlaced(Guid OrderId, string Email, decimal Total);
