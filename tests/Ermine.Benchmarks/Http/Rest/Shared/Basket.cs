using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;

namespace Ermine.Benchmarks.Http.Rest.Shared;

/// <summary>What the POST takes: nested, with a collection.</summary>
public sealed class Basket
{
    [Required, StringLength(64, MinimumLength = 1)]
    public required string Reference { get; init; }

    [Required]
    public required Buyer Buyer { get; init; }

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "The attributes ask a list for its count, which no trimming takes from it.")]
    [Required, MinLength(1), MaxLength(50)]
    public required List<BasketLine> Lines { get; init; }

    /// <summary>What the POST answers of it.</summary>
    public Placed Place() => new(Reference, Lines.Sum(static line => line.Quantity * line.Cents));
}
