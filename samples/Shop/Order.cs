namespace Shop;

/// <summary>What was bought; a Marten document that never changes.</summary>
public sealed record Order(Guid Id, string Email, string Item, int Quantity, Warehouse Warehouse);
