namespace Ermine.Http;

/// <summary>A value that a function reads from a request.</summary>
/// <param name="Name">Its name in route, query, header, cookie or form; for a body the name of the method's parameter.</param>
/// <param name="From">Where it comes from.</param>
/// <param name="Type">What it is read as.</param>
public sealed record RestParameter(string Name, RestSource From, Type Type)
{
    /// <summary>Whether a request without it is refused.</summary>
    public bool IsRequired { get; init; }

    /// <summary>What it is where the request has none; null where nothing says so.</summary>
    public object? Default { get; init; }

    /// <summary>What its doc comment says; empty where it has none.</summary>
    public string Description { get; init; } = "";

    /// <summary>The example of its doc comment, as it is written there; empty where it has none.</summary>
    public string Example { get; init; } = "";

    /// <summary>The content type of a body that is no JSON; empty otherwise.</summary>
    public string ContentType { get; init; } = "";

    /// <summary>Its attributes of validation.</summary>
    public IReadOnlyList<Attribute> Rules { get; init; } = [];
}
