using System.ComponentModel.DataAnnotations;

namespace Ermine.Benchmarks.Http.Rest.Shared;

/// <summary>Who buys.</summary>
public sealed class Buyer
{
    [Required, StringLength(100, MinimumLength = 1)]
    public required string Name { get; init; }

    [Required, EmailAddress, StringLength(200)]
    public required string Email { get; init; }
}
