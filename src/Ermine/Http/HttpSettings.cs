using Ermine.Kernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Ermine.Http;

/// <summary>What the configuration asks of all answers: compression, and calls from pages of other origins.</summary>
internal sealed record HttpSettings(bool IsCompressed, IReadOnlyList<string> Origins, bool AllowsCredentials)
{
    private static readonly string[] Exposed = ["ETag", "Link", "Location", "Retry-After", "RateLimit", "RateLimit-Policy", "Idempotency-Replayed", "Deprecation", "Sunset"];

    /// <exception cref="ErmineStartupException">A value cannot be read.</exception>
    public static HttpSettings Of(IConfiguration configuration)
    {
        var settings = configuration.GetSection("Ermine:Http");
        var origins = settings.GetSection("Cors:Origins");
        var listed = origins.Value?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [.. origins.GetChildren().Select(c => c.Value).OfType<string>()];
        foreach (var origin in listed)
        {
            if (origin != "*" && (!Uri.TryCreate(origin, UriKind.Absolute, out var uri) || uri.GetLeftPart(UriPartial.Authority) != origin))
                throw new ErmineStartupException($"The setting {origins.Path} has '{origin}', which is no origin; write it as \"https://shop.example\", without a path.");
        }

        var credentials = Flag(settings.GetSection("Cors:Credentials"));
        if (credentials && listed.Contains("*")) throw new ErmineStartupException($"The setting {settings.Path}:Cors:Credentials cannot go with the origin *: every page could act as the user.");
        return new HttpSettings(Flag(settings.GetSection("Compression")), listed, credentials);
    }

    /// <summary>Registers what the settings ask for, and nothing where they ask for nothing.</summary>
    public void AddTo(IServiceCollection services)
    {
        services.AddSingleton(this);
        if (IsCompressed) AddCompression(services);
        if (Origins.Count > 0) AddCors(services);
    }

    // Apart from their caller, so that their assemblies are loaded only where they are asked for.
    private static void AddCompression(IServiceCollection services) => services.AddResponseCompression();

    private void AddCors(IServiceCollection services) => services.AddCors(cors => cors.AddDefaultPolicy(policy =>
    {
        policy.WithOrigins([.. Origins]).AllowAnyHeader().AllowAnyMethod().WithExposedHeaders(Exposed);
        if (AllowsCredentials) policy.AllowCredentials();
    }));

    /// <summary>Puts into the pipeline what must stand before all endpoints: compression outermost, and CORS before anybody is asked who they are.</summary>
    /// <exception cref="ErmineStartupException">There is no pipeline, as within a group of routes.</exception>
    public void UseIn(IEndpointRouteBuilder app)
    {
        if (!IsCompressed && Origins.Count == 0) return;
        if (app is not IApplicationBuilder pipeline) throw new ErmineStartupException("The settings Ermine:Http:Compression and Ermine:Http:Cors need app.MapErmine() on the app itself, not on a group of routes.");
        UseIn(pipeline);
    }

    private void UseIn(IApplicationBuilder pipeline)
    {
        if (IsCompressed) pipeline.UseResponseCompression();
        if (Origins.Count > 0) pipeline.UseCors();
    }

    private static bool Flag(IConfigurationSection setting) => setting.Value is { } text && (bool.TryParse(text, out var flag)
        ? flag
        : throw new ErmineStartupException($"The setting {setting.Path} = '{text}' is neither true nor false."));
}
