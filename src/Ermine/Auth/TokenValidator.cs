using System.Security.Claims;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Ermine.Auth;

/// <summary>Judges a token: first what it says, strictly, then with the key that its issuer has under its name, the signature, by the same
/// library as ASP.NET Core's.</summary>
internal sealed class TokenValidator(TokenIssuers issuers, TokenCache cache, TimeProvider clock)
{
    /// <summary>How much the clocks of issuer and app may differ.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromSeconds(30);

    private readonly JsonWebTokenHandler _signatures = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = TokenParts.MostCharacters };

    /// <summary>The token, and what it says.</summary>
    /// <exception cref="TokenRefusedException">It is not good; the message says why.</exception>
    public async Task<(SecurityToken Token, ValidToken Valid)> ValidateAsync(string token, CancellationToken ct)
    {
        var generation = cache.Generation;
        var says = TokenParts.Read(token);
        var issuer = issuers.Find(says.Issuer) ?? throw new TokenRefusedException("its issuer is not one of those that are configured");
        if (!says.Audiences.Intersect(issuer.Settings.Audiences, StringComparer.Ordinal).Any()) throw new TokenRefusedException($"it is for another audience than those of issuer '{issuer.Settings.Name}'");
        JudgeTimes(says);

        var keys = await issuer.Keys.FindAsync(says.KeyId, says.Algorithm, ct);
        var result = await _signatures.ValidateTokenAsync(token, ParametersFor(says, issuer.Settings, keys));
        if (!result.IsValid) throw new TokenRefusedException(CauseOf(result.Exception));

        var until = keys.Select(k => k.RetiresAt).OfType<DateTimeOffset>().Append(says.Expires).Append(cache.LongestUntil).Min();
        var valid = Valid(result.ClaimsIdentity, issuer.Settings, until, generation);
        cache.Add(token, valid);
        return (result.SecurityToken, valid);
    }

    private void JudgeTimes(TokenParts says)
    {
        var now = clock.GetUtcNow();
        if (says.Expires + Skew <= now) throw new TokenRefusedException("it has expired");
        if (says.NotBefore - Skew > now) throw new TokenRefusedException("it is not valid yet");
    }

    // The times have been judged by the app's own clock.
    private static TokenValidationParameters ParametersFor(TokenParts says, IssuerSettings issuer, IReadOnlyList<SigningKey> keys) => new()
    {
        ValidIssuer = issuer.Issuer,
        ValidAudiences = issuer.Audiences,
        ValidTypes = [says.Type],
        ValidAlgorithms = [says.Algorithm],
        IssuerSigningKeys = keys.Select(k => k.Key),
        TryAllIssuerSigningKeys = true, // of these, which all are the issuer's own and for this algorithm
        LifetimeValidator = static (_, expires, _, _) => expires is not null,
    };

    private static string CauseOf(Exception? exception) => exception switch
    {
        SecurityTokenSignatureKeyNotFoundException or SecurityTokenInvalidSignatureException => "its signature is not that of its issuer's key",
        _ => $"it was not accepted ({exception?.GetType().Name})", // not its message, which may quote the token
    };

    // Copies, so that the token itself is not kept.
    private static ValidToken Valid(ClaimsIdentity identity, IssuerSettings issuer, DateTimeOffset until, int generation)
    {
        var claims = identity.Claims.Select(c => new Claim(c.Type, c.Type == "sub" ? issuer.SubjectPrefix + c.Value : c.Value, c.ValueType, c.Issuer)).ToArray();
        return new ValidToken(claims, claims.Any(c => c.Type == "roles") ? "roles" : "role", until, generation);
    }
}
