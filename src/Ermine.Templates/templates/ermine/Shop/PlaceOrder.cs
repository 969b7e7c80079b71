namespace Shop;

/// <summary>What a customer sends.</summary>
public sealed record PlaceOrder(string Item, int Quantity);
