using System.Security.Claims;
using Microsoft.AspNetCore.Http;

namespace Ermine.Http;

/// <summary>Who calls: a user of an issuer, or nobody who is known.</summary>
internal static class Caller
{
    /// <summary>The user, together with who says so, as two issuers may use one name; null where nobody is signed in.</summary>
    public static string? Of(HttpContext context)
    {
        if (context.User.Identity is not { IsAuthenticated: true }) return null;
        var claim = context.User.FindFirst(ClaimTypes.NameIdentifier) ?? context.User.FindFirst("sub") ?? context.User.FindFirst(ClaimTypes.Name);
        return claim is null ? context.User.Identity.Name : $"{claim.Issuer}\n{claim.Value}";
    }
}
