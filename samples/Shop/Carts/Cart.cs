using JasperFx.Metadata;

namespace Shop.Carts;

/// <summary>What a customer is about to buy; a Marten document.</summary>
public sealed class Cart : IVersioned
{
    /// <summary>The customer's subject.</summary>
    public required string Id { get; init; }

    /// <summary>What is in it, a line for each product.</summary>
    public IReadOnlyList<CartLine> Lines { get; set; } = [];

    /// <summary>Changes with each edit: of two that change it at once, the second is refused with 409.</summary>
    public Guid Version { get; set; }
}
