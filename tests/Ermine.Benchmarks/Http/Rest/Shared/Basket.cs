using System.ComponentModel.DataAnnotations;

namespace Ermine.Benchmarks.Http.Rest.Shared;

/// <summary>What the POST takes: nested, with a collection.</summary>
public sealed class Basket
{
    [Required, StringLength(64, MinimumLength = 1)]
    public required string Reference { get; init; }

    [Required]
    public required Buyer Buyer { get; init; }

    [Required, MinLength(1), MaxLength(50)]
    public required List<BasketLine> Lines { get; init; }

    /// <summary>What the POST answers of it.</summary>
    public Placed Place() => new(Reference, Lines.Sum(static line => line.Quantity * line.Cents));
}
