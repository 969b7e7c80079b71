using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Ermine.Auth;

/// <summary>Knows whether everything that takes part in judging a caller is ASP.NET Core's own and our scheme. If the app has replaced any of it, or
/// listens to it, nothing may be judged past it.</summary>
internal sealed class StockAuthorization(IServiceProvider services, BearerScheme scheme, IOptions<AuthenticationOptions> schemes, IOptionsMonitor<JwtBearerOptions> bearer)
{
    public bool IsUnchanged()
    {
        using var scope = services.CreateScope();
        var all = scope.ServiceProvider;
        return schemes.Value.DefaultAuthenticateScheme is null or BearerScheme.Name && scheme.IsOurs && IsUntouched(bearer.Get(BearerScheme.Name))
            && Services(all).All(IsOfAspNetCore)
            && all.GetRequiredService<IClaimsTransformation>() is NoopClaimsTransformation;
    }

    // By their assemblies: the types are internal, and one that an app has derived or written is in another.
    private static IEnumerable<object> Services(IServiceProvider all) =>
    [
        all.GetRequiredService<IAuthenticationService>(), all.GetRequiredService<IAuthenticationSchemeProvider>(), all.GetRequiredService<IPolicyEvaluator>(),
        all.GetRequiredService<IAuthorizationService>(), all.GetRequiredService<IAuthorizationPolicyProvider>(), all.GetRequiredService<IAuthorizationEvaluator>(),
        all.GetRequiredService<IAuthorizationHandlerProvider>(), all.GetRequiredService<IAuthorizationHandlerContextFactory>(), all.GetRequiredService<IAuthorizationMiddlewareResultHandler>(),
        .. all.GetServices<IAuthorizationHandler>(),
    ];

    private static bool IsOfAspNetCore(object service) => service.GetType().Assembly.GetName().Name?.StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal) == true;

    private static bool IsUntouched(JwtBearerOptions options)
    {
        var (events, stock) = (options.Events, new JwtBearerEvents());
        return options is { EventsType: null, ForwardDefault: null, ForwardAuthenticate: null, ForwardChallenge: null, ForwardForbid: null, ForwardDefaultSelector: null, TokenHandlers: [StrictTokenHandler] }
            && (events is null || (events.GetType() == typeof(JwtBearerEvents)
                && events.OnMessageReceived == stock.OnMessageReceived && events.OnTokenValidated == stock.OnTokenValidated && events.OnAuthenticationFailed == stock.OnAuthenticationFailed
                && events.OnChallenge == stock.OnChallenge && events.OnForbidden == stock.OnForbidden));
    }
}
