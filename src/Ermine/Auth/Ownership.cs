using System.Security.Claims;
using Ermine.Kernel;
using Microsoft.AspNetCore.Http;

namespace Ermine.Auth;

/// <summary>What one run knows of its caller's belongings.</summary>
internal sealed class Ownership(InvocationScope scope) : IOwnership
{
    /// <summary>Whether the run has asked about something that is the caller's.</summary>
    public bool IsAsked { get; private set; }

    public string Subject => SubjectOf(scope.Current?.User) ?? throw new InvalidOperationException("Nobody is known as the caller of this run: ask only in a function with [Authorize] that is called over HTTP.");

    public bool Has(IOwned loaded)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        var isTheirs = IsOf(loaded, SubjectOf(scope.Current?.User));
        IsAsked |= isTheirs;
        return isTheirs;
    }

    public T Require<T>(T? loaded) where T : class, IOwned => loaded is not null && Has(loaded) ? loaded : throw NotThere();

    /// <summary>Whether it belongs to that subject; never to nobody.</summary>
    public static bool IsOf(IOwned loaded, string? subject) => subject is not null && string.Equals(loaded.Owner, subject, StringComparison.Ordinal);

    /// <summary>The subject of a caller who signed in; null for anyone else.</summary>
    public static string? SubjectOf(ClaimsPrincipal? caller) =>
        caller?.Identity?.IsAuthenticated == true && (caller.FindFirst("sub") ?? caller.FindFirst(ClaimTypes.NameIdentifier)) is { Value: { Length: > 0 } subject } ? subject : null;

    /// <summary>The same answer as for something that is not there.</summary>
    public static BadHttpRequestException NotThere() => new("There is nothing at this address.", StatusCodes.Status404NotFound);
}
