using Ermine.Kernel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

[assembly: Ermine.ErmineProvider(typeof(Ermine.Identity.IdentityProvider))]

namespace Ermine.Identity;

/// <summary>Registers the identity that travels with messages. Called by the generated <c>AddErmine()</c>.</summary>
public static class IdentityProvider
{
    /// <summary>Registers what signs and reads identities, and what asks for them at the door of functions with <c>[Authorize]</c>.</summary>
    /// <exception cref="ErmineStartupException">A key or a setting cannot be read.</exception>
    public static void AddTo(IHostApplicationBuilder builder, FunctionCatalog catalog)
    {
        var services = builder.Services;
        var settings = IdentitySettings.Of(builder.Configuration, builder.Environment, catalog);
        services.AddSingleton(settings);
        services.AddSingleton<IdentityClaims>();
        services.AddSingleton<IIdentityCarrier, IdentityCarrier>();
        services.AddSingleton<MessageGuards>();
        services.AddLog<GuardMiddleware>();
        services.AddSingleton<IFunctionMiddleware, GuardMiddleware>();
        services.AddHostedService<IdentityStart>();
        if (catalog.Declared.Any(MessageGuard.Guards)) services.AddAuthorization();
    }
}
