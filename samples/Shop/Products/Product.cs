using JasperFx.Metadata;

namespace Shop.Products;

/// <summary>Something that the shop sells; a Marten document.</summary>
public sealed class Product : IVersioned
{
    /// <summary>Its number in the shop.</summary>
    /// <example>green-tea</example>
    public required string Id { get; init; }

    /// <summary>What it is called.</summary>
    /// <example>Green tea</example>
    public required string Name { get; set; }

    /// <summary>What is worth knowing of it.</summary>
    public string? Description { get; set; }

    /// <summary>The price of one, in euros.</summary>
    /// <example>4.90</example>
    public required decimal Price { get; set; }

    /// <summary>Changes with each edit: it is the entity tag.</summary>
    public Guid Version { get; set; }
}
