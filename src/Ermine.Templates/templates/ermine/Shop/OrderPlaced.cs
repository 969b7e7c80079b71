namespace Shop;

/// <summary>An order on its way to the books.</summary>
[Queue("orders")]
public sealed record OrderPlaced(Guid Id, string Item, int Quantity);
