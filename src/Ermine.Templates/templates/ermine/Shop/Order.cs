namespace Shop;

/// <summary>An order that has been booked; a Marten document.</summary>
public sealed class Order
{
    public Guid Id { get; set; }

    public required string Item { get; init; }

    public required int Quantity { get; init; }
}
