using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Ermine.Kernel;

/// <summary>Whom what stands under <c>/_ermine</c> is for: whom the policy admits that a setting names. Without one it is open in Development and Testing, and elsewhere not there.</summary>
internal static class Operators
{
    /// <summary>The setting that names the policy.</summary>
    public const string PolicySetting = "Ermine:Admin:Policy";

    /// <summary>The policy; null where none is named.</summary>
    public static string? PolicyOf(IConfiguration configuration) => configuration[PolicySetting] is { Length: > 0 } policy ? policy : null;

    /// <summary>Whether there is anything for them.</summary>
    /// <param name="services">The app's services.</param>
    /// <param name="policy">The policy to ask for; null where it is open.</param>
    public static bool AreServed(IServiceProvider services, out string? policy)
    {
        var environment = services.GetRequiredService<IHostEnvironment>();
        policy = PolicyOf(services.GetRequiredService<IConfiguration>());
        return policy is not null || environment.IsDevelopment() || environment.IsEnvironment("Testing");
    }
}
