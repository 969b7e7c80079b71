namespace Ermine.Benchmarks.Http.Rest.Shared.Jwt;

/// <summary>What the benchmark and the apps agree on about tokens.</summary>
public static class JwtTerms
{
    /// <summary>The secret that tokens are signed with.</summary>
    public const string Secret = "a secret that only this benchmark knows, of 64 bytes, no more...";

    /// <summary>Who issues them.</summary>
    public const string Issuer = "https://issuer.example";

    /// <summary>Whom they are for.</summary>
    public const string Audience = "shop";
}
