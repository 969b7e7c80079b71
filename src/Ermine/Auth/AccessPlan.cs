using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace Ermine.Auth;

/// <summary>What was decided about the callers of an endpoint.</summary>
/// <param name="Endpoint">The endpoint that it was decided for.</param>
/// <param name="Kind">How callers are judged.</param>
/// <param name="Requirements">What a caller has to meet, all of it.</param>
/// <param name="Admitted">What a caller who does goes on to.</param>
internal sealed record AccessPlan(Endpoint Endpoint, AccessKind Kind, IAuthorizationRequirement[] Requirements, Endpoint Admitted)
{
    /// <summary>Whether who brings this token may call.</summary>
    public bool Admits(ValidToken token)
    {
        foreach (var requirement in Requirements)
        {
            if (!PlainRequirement.IsMet(requirement, token)) return false;
        }

        return true;
    }
}
