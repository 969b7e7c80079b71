namespace Ermine.Http;

/// <summary>An answer that a function may give.</summary>
/// <param name="Status">Its HTTP status.</param>
/// <param name="Type">What its content is; null where it has none, or nothing says what.</param>
public sealed record RestResponse(int Status, Type? Type = null)
{
    /// <summary>The types of its content, the first by default. Default: JSON, or problem details where <see cref="Type"/> is such.</summary>
    public IReadOnlyList<string> ContentTypes { get; init; } = [];

    /// <summary>What its doc comment says; empty where it has none.</summary>
    public string Description { get; init; } = "";
}
