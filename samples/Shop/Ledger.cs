namespace Shop;

/// <summary>How many parcels a warehouse has sent; a Marten document.</summary>
public sealed class Ledger
{
    /// <summary>The warehouse's name.</summary>
    public required string Id { get; init; }

    public int Parcels { get; set; }
}
