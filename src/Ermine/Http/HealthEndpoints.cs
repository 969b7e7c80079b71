using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace Ermine.Http;

/// <summary>Maps <c>/health/live</c>, which asks no check, and <c>/health/ready</c>. What <c>MapHealthChecks</c> would make at start is made with
/// the first probe, so that a start does not wait for it.</summary>
internal static class HealthEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        Map(app, "/health/live", static checks => checks.UseMiddleware<HealthCheckMiddleware>(Options.Create(new HealthCheckOptions { Predicate = static _ => false })));
        Map(app, "/health/ready", static checks => checks.UseMiddleware<HealthCheckMiddleware>());
    }

    private static void Map(IEndpointRouteBuilder app, string path, Func<IApplicationBuilder, IApplicationBuilder> use)
    {
        var checks = new Lazy<RequestDelegate>(() => use(app.CreateApplicationBuilder()).Build());
        app.Map(path, http => checks.Value(http)).WithDisplayName("Health checks");
    }
}
