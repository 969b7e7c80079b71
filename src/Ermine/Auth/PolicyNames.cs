using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Authorization;

namespace Ermine.Auth;

/// <summary>The names of the policies that an app has, so that a mistyped one can be answered with the one that was meant.</summary>
internal static class PolicyNames
{
    /// <summary>All names, in order; none where this version of ASP.NET Core keeps them elsewhere, which only costs the hint.</summary>
    public static IReadOnlyList<string> Of(AuthorizationOptions options)
    {
        try
        {
            return [.. Map(options).Keys.Order(StringComparer.Ordinal)];
        }
        catch (MissingMethodException)
        {
            return [];
        }
    }

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_PolicyMap")]
    private static extern Dictionary<string, Task<AuthorizationPolicy?>> Map(AuthorizationOptions options);
}
