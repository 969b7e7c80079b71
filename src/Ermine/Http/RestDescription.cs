namespace Ermine.Http;

/// <summary>What a function says of itself to those who call it over HTTP.</summary>
/// <remarks>Generated code makes it by a static method, which is among the metadata of the endpoint as a <c>Func&lt;RestDescription&gt;</c>: it
/// costs nothing until a document of the API is made.</remarks>
/// <param name="Group">The name of the function's class.</param>
public sealed record RestDescription(string Group)
{
    /// <summary>What the doc comment of the class says; empty where it has none.</summary>
    public string GroupSummary { get; init; } = "";

    /// <summary>What the function's doc comment says, or else its name in words.</summary>
    public string Summary { get; init; } = "";

    /// <summary>The remarks of the function's doc comment; empty where it has none.</summary>
    public string Remarks { get; init; } = "";

    /// <summary>Whether it is marked as obsolete.</summary>
    public bool IsDeprecated { get; init; }

    /// <summary>What it reads from a request, in the order of the method's parameters.</summary>
    public IReadOnlyList<RestParameter> Parameters { get; init; } = [];

    /// <summary>The answers that its return type and its doc comment tell of; those of Ermine itself are not among them.</summary>
    public IReadOnlyList<RestResponse> Responses { get; init; } = [];
}
