namespace Shop;

/// <summary>What a customer sends to buy what is in the cart.</summary>
/// <param name="Warehouse">Where it is sent from.</param>
public sealed record NewOrder(Warehouse Warehouse);
