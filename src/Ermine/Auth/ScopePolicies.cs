using Microsoft.AspNetCore.Authorization;

namespace Ermine.Auth;

/// <summary>Policies by the scopes of a token.</summary>
public static class ScopePolicies
{
    /// <summary>Requires that the caller's token was given for one of the scopes: <c>AddPolicy("voter", p => p.RequireScope("vote"))</c>. Call it twice
    /// for a caller who needs two. Read are the claims <c>scope</c> and <c>scp</c>, which may hold several between spaces.</summary>
    /// <exception cref="ArgumentException">There is no scope, or one of them is empty or has a space.</exception>
    public static AuthorizationPolicyBuilder RequireScope(this AuthorizationPolicyBuilder policy, params string[] scopes)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(scopes);
        if (scopes.Length == 0 || scopes.Any(s => s.Length == 0 || s.Contains(' ', StringComparison.Ordinal))) throw new ArgumentException("A scope is one word, and there is at least one.", nameof(scopes));
        return policy.RequireAuthenticatedUser().AddRequirements(new ScopeRequirement(scopes));
    }
}
