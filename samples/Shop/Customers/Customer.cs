using JasperFx.Metadata;

namespace Shop.Customers;

/// <summary>Somebody who buys; a Marten document.</summary>
public sealed class Customer : IVersioned, IOwned
{
    /// <summary>The customer's subject.</summary>
    public required string Id { get; init; }

    /// <summary>What the customer is called.</summary>
    /// <example>Ada Lovelace</example>
    public required string Name { get; set; }

    /// <summary>Where confirmations are mailed to.</summary>
    /// <example>ada@example.org</example>
    public required string Email { get; set; }

    /// <summary>Changes with each edit: it is the entity tag.</summary>
    public Guid Version { get; set; }

    string? IOwned.Owner => Id;
}
