using Ermine.Kernel;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Ermine.Auth;

/// <summary>Refuses to start an app that asks for callers it could never admit: with nobody whose tokens it takes, or with a policy that is not there.</summary>
internal sealed class AccessCheck(
    FunctionCatalog catalog, AuthSettings settings, BearerScheme scheme, IOptions<AuthenticationOptions> schemes, IOptions<AuthorizationOptions> options,
    IAuthorizationPolicyProvider policies, IConfiguration configuration, ILogger<AccessCheck> log) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        var hasScheme = schemes.Value.Schemes.Any();
        if (settings.Issuers.Count > 0 && !scheme.IsOurs) AuthLog.IssuersUnused(log);
        foreach (var function in catalog.Functions)
        {
            if (!hasScheme && IsAskedOverHttp(function)) throw NobodyIsTrusted(function);
            foreach (var data in function.Metadata.OfType<IAuthorizeData>()) await ThrowIfUnknownAsync(data.Policy, $"Function '{function.Id}' asks for");
            OwnsCheck.ThrowIfVain(function, scheme.IsOurs ? settings.Issuers : []);
        }

        await ThrowIfUnknownAsync(Operators.PolicyOf(configuration), $"The setting {Operators.PolicySetting} names");
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static bool IsAskedOverHttp(FunctionDescriptor function) =>
        function.Input is InputShape.Http or InputShape.Arguments && function.Metadata.OfType<IAuthorizeData>().Any() && !function.Metadata.OfType<IAllowAnonymous>().Any();

    private static ErmineStartupException NobodyIsTrusted(FunctionDescriptor function) => new(
        $"Function '{function.Id}' asks for [Authorize], but nothing says whose tokens this app takes, so nobody could ever call it. " +
        $"Configure who signs them: {AuthSettings.IssuersSection}:<name>:Authority (an address of https) and {AuthSettings.IssuersSection}:<name>:Audiences:0; or register authentication of your own with builder.Services.AddAuthentication(). " +
        "To make tokens of your own while you develop, run 'dotnet user-jwts create' in the project's folder, and start again in Development.");

    private async Task ThrowIfUnknownAsync(string? policy, string subject)
    {
        if (string.IsNullOrEmpty(policy) || await policies.GetPolicyAsync(policy) is not null) return;
        var known = PolicyNames.Of(options.Value);
        var hint = NearestName.Of(policy, known) is { } meant ? $" Did you mean '{meant}'?" : known.Count > 0 ? $" There are {string.Join(", ", known.Select(k => $"'{k}'"))}." : "";
        throw new ErmineStartupException($"{subject} the policy '{policy}', and there is none of that name.{hint} Add it with builder.Services.AddAuthorizationBuilder().AddPolicy(\"{policy}\", ...), or as the setting {AuthSettings.PoliciesSection}:{policy}.");
    }
}
