using Ermine.Kernel;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

[assembly: Ermine.ErmineProvider(typeof(Ermine.Auth.AuthProvider))]

namespace Ermine.Auth;

/// <summary>Registers who may call what. Called by the generated <c>AddErmine()</c>.</summary>
public static class AuthProvider
{
    /// <summary>Registers bearer tokens of the configured issuers, the configured policies, and the checks at start, if a function asks for any of it
    /// or an issuer is configured; otherwise nothing, so that an app without callers pays nothing for them.</summary>
    /// <exception cref="ErmineStartupException">A setting under <c>Ermine:Auth</c> is missing or no value of its kind.</exception>
    public static void AddTo(IHostApplicationBuilder builder, FunctionCatalog catalog)
    {
        var services = builder.Services;
        services.AddScoped<Ownership>();
        services.AddScoped<IOwnership>(scope => scope.GetRequiredService<Ownership>());
        services.AddSingleton<IFunctionMiddleware, OwnsMiddleware>();

        var settings = AuthSettings.Read(builder.Configuration);
        var policies = new Dictionary<string, AuthorizationPolicy>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, text) in settings.Policies) policies.Add(name, PolicyText.Read(name, text));
        var isAsked = Operators.PolicyOf(builder.Configuration) is not null || catalog.Functions.Any(f => f.Metadata.Any(m => m is IAuthorizeData or IAuthorizationRequirementData or OwnsAttribute));
        if (!isAsked && settings.Issuers.Count == 0 && policies.Count == 0) return;

        services.AddAuthentication();
        services.AddAuthorization();
        services.PostConfigure<AuthorizationOptions>(options => // after what code says: an environment may replace a policy
        {
            foreach (var (name, policy) in policies) options.AddPolicy(name, policy);
        });
        services.AddSingleton(settings);
        AddTokens(services);
        services.AddHostedService<AccessCheck>();
        services.AddSingleton<MappedApp>();
        services.AddSingleton<StockAuthorization>();
        services.AddSingleton<IStartupFilter, AccessFilter>();
        services.AddKeyedSingleton<Action<IEndpointRouteBuilder>>("ermine", static (all, _) => all.GetRequiredService<MappedApp>().Remember); // MapErmine() asks for both
        services.AddKeyedSingleton<Action<IEndpointConventionBuilder>>("ermine", static (_, _) => static function => function.Add(endpoint => endpoint.Metadata.Add(new EndpointAccess())));
    }

    private static void AddTokens(IServiceCollection services)
    {
        services.AddSingleton<TokenCache>(provider => new TokenCache(provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<TokenIssuers>();
        services.AddHostedService(provider => provider.GetRequiredService<TokenIssuers>());
        services.AddSingleton<TokenValidator>();
        services.AddSingleton<StrictTokenHandler>();
        services.AddSingleton<BearerScheme>();
        services.AddSingleton<IPostConfigureOptions<AuthenticationOptions>>(provider => provider.GetRequiredService<BearerScheme>());
        services.AddSingleton<IConfigureOptions<JwtBearerOptions>, BearerSetup>();
        services.TryAddTransient<JwtBearerHandler>();
    }
}
