using System.ComponentModel.DataAnnotations;

namespace Ermine.Benchmarks.Http.Rest.Shared;

/// <summary>A line of a basket.</summary>
public sealed class BasketLine
{
    [Required, StringLength(32, MinimumLength = 1)]
    public required string Sku { get; init; }

    [Range(1, 1_000)]
    public int Quantity { get; init; }

    [Range(1, 1_000_000)]
    public int Cents { get; init; }
}
