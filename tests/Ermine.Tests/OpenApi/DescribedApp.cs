using System.Net;
using System.Text.Json.Nodes;
using Ermine.Http;
using Ermine.Kernel;
using Ermine.OpenApi;
using Ermine.Tests.Doubles;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Ermine.Tests.OpenApi;

/// <summary>An app with one function that is described as a test wants it.</summary>
internal static class DescribedApp
{
    /// <summary>The whole document.</summary>
    public static async Task<JsonNode> DocumentAsync(RestDescription rest, string route = "POST /things/{id}", object[]? metadata = null, Action<WebApplicationBuilder>? configure = null)
    {
        await using var app = await StartAsync(rest, route, metadata, configure);
        using var answer = await app.Client.GetAsync("/openapi/v1.json");
        Assert.True(answer.IsSuccessStatusCode, app.Log.Text); // the caller is not told what went wrong
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
    }

    /// <summary>The function's operation in it.</summary>
    public static async Task<JsonNode> OperationAsync(RestDescription rest, string route = "POST /things/{id}", params object[] metadata) =>
        (await DocumentAsync(rest, route, metadata))["paths"]!.AsObject().Single().Value!.AsObject().Single().Value!;

    public static Task<HttpApp> StartAsync(RestDescription rest, string route, object[]? metadata = null, Action<WebApplicationBuilder>? configure = null, string environment = "Development") => HttpApp.StartAsync(
        catalog => catalog.Add("things.change", new FunctionAttribute(), new RestAttribute(route), null, InputShape.Http, Done, (Func<RestDescription>)(() => rest)),
        builder =>
        {
            configure?.Invoke(builder);
            OpenApiProvider.AddTo(builder, new FunctionCatalog());
            builder.Services.AddKeyedSingleton<Action<IEndpointConventionBuilder>>("ermine", (_, _) => endpoint => endpoint.WithMetadata(metadata ?? [])); // not the function's own: what some of them stand for needs a database
            builder.Services.AddAuthentication();
            builder.Services.AddAuthorization();
        },
        environment);

    public static async Task<HttpStatusCode> StatusAsync(this HttpApp app, string address)
    {
        using var answer = await app.Client.GetAsync(address);
        return answer.StatusCode;
    }

    private static ValueTask<Outcome> Done(Invocation invocation, CancellationToken ct) => new(Outcome.Completed);
}
