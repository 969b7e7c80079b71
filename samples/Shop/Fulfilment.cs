namespace Shop;

/// <summary>Asks a warehouse to send what was bought. Each warehouse works off its own in their order; one that is stuck holds up no other.</summary>
[Queue("fulfilments", GroupKey = nameof(Warehouse))]
public sealed record Fulfilment(Guid OrderId, Warehouse Warehouse);
