using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Infrastructure;

namespace Ermine.Auth;

/// <summary>Requirements that ask for nothing but what a token says, judged as their own handlers judge them. A type that derives from one of them is
/// another one.</summary>
internal static class PlainRequirement
{
    private static readonly Type[] Plain = [typeof(DenyAnonymousAuthorizationRequirement), typeof(ScopeRequirement), typeof(ClaimsAuthorizationRequirement), typeof(RolesAuthorizationRequirement)];

    public static bool IsPlain(IAuthorizationRequirement requirement) => Plain.Contains(requirement.GetType());

    public static bool IsMet(IAuthorizationRequirement requirement, ValidToken token)
    {
        if (requirement is DenyAnonymousAuthorizationRequirement) return true; // a token was found good
        foreach (var claim in token.Claims)
        {
            if (IsMetBy(requirement, claim, token.RoleClaim)) return true;
        }

        return false;
    }

    private static bool IsMetBy(IAuthorizationRequirement requirement, Claim claim, string roleClaim) => requirement switch
    {
        ScopeRequirement scope => scope.IsMetBy(claim),
        RolesAuthorizationRequirement roles => Is(claim, roleClaim) && roles.AllowedRoles.Contains(claim.Value, StringComparer.Ordinal),
        ClaimsAuthorizationRequirement claims => Is(claim, claims.ClaimType) && (claims.AllowedValues is null || !claims.AllowedValues.Any() || claims.AllowedValues.Contains(claim.Value, StringComparer.Ordinal)),
        _ => false,
    };

    private static bool Is(Claim claim, string type) => string.Equals(claim.Type, type, StringComparison.OrdinalIgnoreCase);
}
