using System.Reflection;
using Ermine.Kernel;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Infrastructure;

namespace Ermine.Identity;

/// <summary>What a function asks of whoever sent its messages: its <c>[Authorize]</c>, and what its policies say, combined once at start.</summary>
internal sealed class MessageGuard(FunctionDescriptor function)
{
    private AuthorizationPolicy? _policy;

    /// <summary>What it asks for, in words.</summary>
    public string Words { get; } = string.Join(" and ", Data(function).SelectMany(Spoken).Concat(Requirements(function).Select(r => r.GetType().Name)).Distinct().DefaultIfEmpty("a known sender"));

    /// <exception cref="InvalidOperationException">The app has not started.</exception>
    public AuthorizationPolicy Policy => _policy ?? throw new InvalidOperationException($"What guards '{function.Id}' is not known before the app has started.");

    /// <summary>Whether a function's messages are asked who sent them. A request is ASP.NET Core's business, before it comes to the door.</summary>
    public static bool Guards(FunctionDescriptor function) =>
        function.Input != InputShape.Http && !function.Metadata.Any(m => m is IAllowAnonymous) && function.Metadata.Any(m => m is IAuthorizeData or IAuthorizationRequirementData or AuthorizationPolicy);

    /// <summary>Finds and combines the policies; answers the claims that they ask for.</summary>
    /// <exception cref="ErmineStartupException">Nothing could satisfy it, or a policy does not exist.</exception>
    public async Task<IEnumerable<string>> PrepareAsync(IAuthorizationPolicyProvider policies)
    {
        if (function.Trigger.GetType().GetCustomAttribute<TriggerShapeAttribute>() is not { HasSender: true }) throw new ErmineStartupException(
            $"Function '{function.Id}' has [Authorize], and nobody sends what it runs on: the app itself does, so that no caller could satisfy it (ERM510). Take it off, or put [AllowAnonymous] on the method where its class has it.");
        if (function.Input != InputShape.Arguments && Data(function).FirstOrDefault(d => d.AuthenticationSchemes is { Length: > 0 }) is { } scheme) throw new ErmineStartupException(
            $"Function '{function.Id}' has [Authorize(AuthenticationSchemes = \"{scheme.AuthenticationSchemes}\")], and a message was authenticated where it was sent: ask for a policy or for roles instead (ERM511).");

        try
        {
            var builder = new AuthorizationPolicyBuilder();
            if (await AuthorizationPolicy.CombineAsync(policies, Data(function), function.Metadata.OfType<AuthorizationPolicy>()) is { } policy) builder.Combine(policy);
            _policy = builder.AddRequirements([.. Requirements(function)]).Build();
        }
        catch (InvalidOperationException e)
        {
            throw new ErmineStartupException($"Function '{function.Id}' asks for {Words}, which cannot be combined: {e.Message}", e);
        }

        return _policy.Requirements.OfType<ClaimsAuthorizationRequirement>().Select(r => r.ClaimType);
    }

    private static IEnumerable<IAuthorizeData> Data(FunctionDescriptor function) => function.Metadata.OfType<IAuthorizeData>();

    private static IEnumerable<IAuthorizationRequirement> Requirements(FunctionDescriptor function) => function.Metadata.OfType<IAuthorizationRequirementData>().SelectMany(r => r.GetRequirements());

    private static IEnumerable<string> Spoken(IAuthorizeData data)
    {
        if (data.Policy is { Length: > 0 } policy) yield return $"policy '{policy}'";
        if (data.Roles is { Length: > 0 } roles) yield return $"role '{roles}'";
    }
}
