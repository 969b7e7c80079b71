using Ermine.Kernel;
using Microsoft.AspNetCore.Authorization;

namespace Ermine.Auth;

/// <summary>Finds a function with <see cref="OwnsAttribute"/> that could only ever refuse, or that could take one person for another.</summary>
internal static class OwnsCheck
{
    /// <exception cref="ErmineStartupException">It is such a function.</exception>
    public static void ThrowIfVain(FunctionDescriptor function, IReadOnlyList<IssuerSettings> issuers)
    {
        if (!function.Metadata.OfType<OwnsAttribute>().Any() || function.Input is not (InputShape.Http or InputShape.Arguments)) return;
        if (!function.Metadata.Any(m => m is IAuthorizeData or IAuthorizationRequirementData) || function.Metadata.OfType<IAllowAnonymous>().Any())
            throw new ErmineStartupException($"Function '{function.Id}' has [Owns], but strangers may call it, who own nothing; add [Authorize].");
        if (issuers.GroupBy(i => i.SubjectPrefix, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } alike)
            throw new ErmineStartupException(
                $"Function '{function.Id}' has [Owns], and the subjects of two issuers, {string.Join(" and ", alike.Select(i => $"'{i.Name}'"))}, could be alike and be taken for one person; set {AuthSettings.IssuersSection}:<name>:SubjectPrefix for all but one of them, each to another.");
    }
}
