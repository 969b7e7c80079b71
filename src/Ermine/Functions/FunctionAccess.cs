using Ermine.Kernel;
using Microsoft.AspNetCore.Authorization;

namespace Ermine.Functions;

/// <summary>Says in words who may call a function.</summary>
internal static class FunctionAccess
{
    /// <summary>Such as <c>policy voter, owner</c>, or <c>everyone</c>; null where nothing is said of it.</summary>
    public static string? Of(FunctionDescriptor function)
    {
        if (function.Metadata.OfType<IAllowAnonymous>().Any()) return "everyone";
        var words = function.Metadata.SelectMany(Words).Distinct(StringComparer.Ordinal).ToArray();
        return words.Length == 0 ? null : string.Join(", ", words);
    }

    private static IEnumerable<string> Words(object metadata) => metadata switch
    {
        IAuthorizeData data => Words(data),
        IAuthorizationRequirementData => [metadata.GetType().Name.Replace("Attribute", "", StringComparison.Ordinal)],
        OwnsAttribute => ["owner"],
        _ => [],
    };

    private static IEnumerable<string> Words(IAuthorizeData data)
    {
        yield return data.Policy is { Length: > 0 } policy ? $"policy {policy}" : data.Roles is { Length: > 0 } ? $"role {data.Roles.Replace(",", " or ", StringComparison.Ordinal)}" : "signed in";
        if (data is { Policy.Length: > 0, Roles.Length: > 0 }) yield return $"role {data.Roles.Replace(",", " or ", StringComparison.Ordinal)}";
        if (data.AuthenticationSchemes is { Length: > 0 } schemes) yield return $"by {schemes}";
    }
}
