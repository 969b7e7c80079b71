using Ermine.Kernel;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Ermine.Functions;

/// <summary>Functions over HTTP, under <c>/_ermine/functions</c>. Each has an address of its own that carries its <c>[Authorize]</c> and the like,
/// so that ASP.NET Core itself decides who may call it. One that says nothing of it is open in Development and Testing; elsewhere it is there
/// only for whom the policy admits that <c>Ermine:Admin:Policy</c> names, and not there at all without one. So are the lists, and the functions
/// that read messages, whatever they say: their addresses are for operators.</summary>
internal static class FunctionEndpoints
{
    private const string Root = "/_ermine/functions";

    public static void Map(IEndpointRouteBuilder app)
    {
        var services = app.ServiceProvider;
        var areServed = Operators.AreServed(services, out var policy);
        var catalog = services.GetRequiredService<FunctionCatalog>();

        ArgumentJson? json = null;
        foreach (var function in catalog.Functions.OfType<FunctionDescriptor<OnDemandAttribute>>())
        {
            json ??= ArgumentJson.Of(services.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions);
            if (IsDecided(function)) MapCall(app, function, json);
            else if (areServed) Guard(MapCall(app, function, json), policy);
        }

        var unknown = new UnknownFunction(catalog, services.GetRequiredService<IHostEnvironment>().IsDevelopment());
        app.MapPost($"{Root}/{{**id}}", unknown.AnswerAsync).WithDisplayName("Ermine: unknown function").AllowAnonymous();
        if (!areServed) return;

        foreach (var function in catalog.Functions.GroupBy(f => f.Id).Where(g => !g.Any(CallTargets.IsOnDemand)).Select(g => g.FirstOrDefault(CallTargets.IsCallable)).OfType<FunctionDescriptor>())
            Guard(MapMessages(app, function), policy);

        Guard(app.MapGet(Root, (RequestDelegate)(http => TypedResults.Json(List(catalog), FunctionJson.Default.FunctionStatusArray).ExecuteAsync(http))), policy);
        Guard(app.MapGet("/_ermine/manifest", (RequestDelegate)(http => TypedResults.Text(Manifest.Of(catalog), "application/json").ExecuteAsync(http))), policy);
    }

    private static IEndpointConventionBuilder MapCall(IEndpointRouteBuilder app, FunctionDescriptor<OnDemandAttribute> function, ArgumentJson json)
    {
        var endpoint = new FunctionEndpoint(function, app.ServiceProvider, json);
        return app.MapPost(AddressOf(function), (RequestDelegate)endpoint.InvokeAsync).WithDisplayName(function.Id).WithMetadata([.. function.Metadata]);
    }

    // [AllowAnonymous] is left off: it was said of the class's routes, and not of what reads a queue.
    private static IEndpointConventionBuilder MapMessages(IEndpointRouteBuilder app, FunctionDescriptor function) =>
        app.MapPost(AddressOf(function), (RequestDelegate)new MessageEndpoint(function, app.ServiceProvider).InvokeAsync)
            .WithDisplayName($"{function.Id} by hand").WithMetadata([.. function.Metadata.Where(m => m is not IAllowAnonymous)]);

    private static string AddressOf(FunctionDescriptor function) => $"{Root}/{function.Id.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal)}";

    private static void Guard(IEndpointConventionBuilder endpoint, string? policy)
    {
        if (policy is not null) endpoint.RequireAuthorization(policy);
    }

    private static bool IsDecided(FunctionDescriptor function) => function.Metadata.Any(m => m is IAuthorizeData or IAllowAnonymous or IAuthorizationRequirementData);

    private static FunctionStatus[] List(FunctionCatalog catalog) => [.. catalog.Functions.GroupBy(f => f.Id).OrderBy(g => g.Key, StringComparer.Ordinal)
        .Select(g => new FunctionStatus(g.Key, [.. g.Select(f => NameOf(f.Trigger))], g.Any(CallTargets.IsCallable)))];

    private static string NameOf(TriggerAttribute trigger) => trigger.GetType().Name is var name && name.EndsWith("Attribute", StringComparison.Ordinal) ? name[..^"Attribute".Length] : name;
}
