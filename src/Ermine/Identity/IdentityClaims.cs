using System.Collections.Frozen;
using System.Security.Claims;

namespace Ermine.Identity;

/// <summary>Which claims travel: who somebody is, what they may do, what the settings name, and what the policies of this app's functions ask for.</summary>
internal sealed class IdentityClaims(IdentitySettings settings)
{
    private static readonly string[] Always =
    [
        "sub", "iss", "scope", "scp", "client_id", "azp", ClaimTypes.NameIdentifier, ClaimTypes.Name, ClaimTypes.Role, "http://schemas.microsoft.com/identity/claims/scope",
    ];

    private FrozenSet<string> _types = Always.Concat(settings.Claims).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Adds types that a policy asks for; while the app starts.</summary>
    public void Add(IEnumerable<string> types) => _types = _types.Concat(types).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a claim travels.</summary>
    public bool Has(Claim claim) => _types.Contains(claim.Type);
}
