namespace Ermine.Auth;

/// <summary>One issuer of tokens, as configuration names it.</summary>
/// <param name="Name">The name of its section.</param>
/// <param name="Issuer">What its tokens say as <c>iss</c>, letter by letter.</param>
/// <param name="Audiences">One of them is what its tokens say as <c>aud</c>.</param>
internal sealed record IssuerSettings(string Name, string Issuer, IReadOnlyList<string> Audiences)
{
    /// <summary>Where its keys are published, by OpenID Connect's discovery; null where they are given otherwise.</summary>
    public Uri? Authority { get; init; }

    /// <summary>A file with its keys as a JSON Web Key Set; null where they are given otherwise.</summary>
    public string? JwksFile { get; init; }

    /// <summary>Keys that stand in configuration itself.</summary>
    public IReadOnlyList<SigningKey> Keys { get; init; } = [];

    /// <summary>Stands before each subject, so that the same subject of two issuers is not one person. Default: nothing.</summary>
    public string SubjectPrefix { get; init; } = "";

    /// <summary>How long published keys are good for before they are looked at again. Default: 5 minutes.</summary>
    public TimeSpan Refresh { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a key still counts that is published no more. Default: 60 s.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(60);
}
