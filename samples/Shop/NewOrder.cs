namespace Shop;

/// <summary>What a customer sends.</summary>
public sealed record NewOrder(string Email, string Item, int Quantity, Warehouse Warehouse);
