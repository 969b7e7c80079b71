using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace Ermine.Tests.OpenApi;

/// <summary>A thing.</summary>
/// <param name="Name" example="lamp">What it is called.</param>
/// <param name="Weight">In kilograms.</param>
/// <param name="Note">What else there is to say.</param>
/// <param name="Colour">Its colour.</param>
public sealed record Thing([Length(1, 20)] string Name, [Range(1, 100)] int Weight, string? Note, Thing.Tint Colour)
{
    /// <summary>What colours there are.</summary>
    [JsonConverter(typeof(JsonStringEnumConverter<Tint>))]
    public enum Tint
    {
        Red,
        Green,
    }

    /// <summary>Texts of one letter.</summary>
    [MinLength(2)] public IReadOnlyList<string> Letters { get; init; } = [];
}
