using System.Security.Claims;

namespace Ermine.Auth;

/// <summary>What a token that was found good says; never handed out itself, see <see cref="LentCaller"/>.</summary>
internal sealed class ValidToken(IReadOnlyList<Claim> claims, string roleClaim, DateTimeOffset until, int generation)
{
    private readonly ClaimsIdentity _identity = new(claims.Select(claim => new TokenClaim(claim)), "AuthenticationTypes.Federation", "name", roleClaim);

    public Claim[] Claims { get; } = [.. claims];

    public string RoleClaim => roleClaim;

    /// <summary>When it has to be judged anew.</summary>
    public DateTimeOffset Until => until;

    /// <summary>The keys that it was judged by, as a number that changes with them.</summary>
    public int Generation => generation;

    /// <summary>Whether it was asked for since the cache last looked for room.</summary>
    public bool IsUsed { get; set; }

    /// <summary>A copy for one request, which may change it.</summary>
    public ClaimsIdentity Copy() => _identity.Clone();
}
