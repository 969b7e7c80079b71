using Shop.Carts;

namespace Shop;

/// <summary>What was bought; a Marten document that never changes.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Customer">The subject of whoever bought it.</param>
/// <param name="Email">Where the confirmation is mailed to.</param>
/// <param name="Lines">What was bought, a line for each product.</param>
/// <param name="Warehouse">Where it is sent from.</param>
/// <param name="PlacedAt">When it was bought.</param>
public sealed record Order(Guid Id, string Customer, string Email, IReadOnlyList<CartLine> Lines, Warehouse Warehouse, DateTimeOffset PlacedAt) : IOwned
{
    string? IOwned.Owner => Customer;

    internal decimal Total => Lines.Sum(line => line.Quantity * line.Price);

    internal string Text => string.Join(", ", Lines.Select(line => $"{line.Quantity} x {line.Name}"));
}
