using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;

namespace Ermine.Auth;

/// <summary>The caller's token was given for one of some scopes. A claim <c>scope</c> or <c>scp</c> may hold several, between spaces.</summary>
internal sealed class ScopeRequirement(string[] scopes) : AuthorizationHandler<ScopeRequirement>, IAuthorizationRequirement
{
    public bool IsMetBy(Claim claim)
    {
        if (claim.Type is not ("scope" or "scp")) return false;
        foreach (var range in claim.Value.AsSpan().Split(' '))
        {
            foreach (var scope in scopes)
            {
                if (claim.Value.AsSpan(range).SequenceEqual(scope)) return true;
            }
        }

        return false;
    }

    public override string ToString() => $"scope {string.Join(" or ", scopes)}";

    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, ScopeRequirement requirement)
    {
        if (context.User.Claims.Any(requirement.IsMetBy)) context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
