using Ermine.Kernel;
using Ermine.OpenApi.Descriptions;
using Ermine.OpenApi.Documentation;
using Ermine.OpenApi.Documents;
using Ermine.OpenApi.Schemas;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Scalar.AspNetCore;

[assembly: Ermine.ErmineProvider(typeof(Ermine.OpenApi.OpenApiProvider))]

namespace Ermine.OpenApi;

/// <summary>Registers the documents of the API, and the page that shows them. Called by the generated <c>AddErmine()</c>.</summary>
/// <remarks><c>v1</c> is for the users of the API; <c>operators</c> tells of what is under <c>/_ermine</c>, and is there in Development only.</remarks>
public static class OpenApiProvider
{
    private const string Public = "v1";
    private const string Operators = "operators";

    /// <summary>Registers both documents for Development and Testing, and elsewhere the first one, served where <c>Ermine:OpenApi:Public</c> is true.</summary>
    /// <exception cref="ErmineStartupException"><c>Ermine:OpenApi:Public</c> is neither true nor false.</exception>
    public static void AddTo(IHostApplicationBuilder builder, FunctionCatalog catalog)
    {
        var services = builder.Services;
        services.AddOpenApi(Public, options => Configure(options, static api => !IsForOperators(api)));
        services.AddSingleton<IApiDescriptionProvider, RestApiDescriptions>();
        services.AddSingleton<DocumentationFiles>();

        var isOpen = builder.Environment.IsDevelopment() || builder.Environment.IsEnvironment("Testing");
        if (isOpen)
        {
            services.AddOpenApi(Operators, options =>
            {
                Configure(options, IsForOperators);
                options.AddOperationTransformer<OperatorOperation>();
            });
        }

        if (IsPublic(builder.Configuration["Ermine:OpenApi:Public"]) || isOpen)
            services.AddKeyedSingleton<Action<IEndpointRouteBuilder>>("ermine", (_, _) => app => Map(app, isOpen));
    }

    private static bool IsPublic(string? setting) => setting is not null
        && (bool.TryParse(setting, out var isPublic) ? isPublic : throw new ErmineStartupException($"The setting Ermine:OpenApi:Public is '{setting}', which is neither true nor false."));

    private static void Map(IEndpointRouteBuilder app, bool isOpen)
    {
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        app.MapOpenApi("/openapi/{documentName}.yaml").AllowAnonymous();
        app.MapScalarApiReference("/scalar", page =>
        {
            page.AddDocument(Public);
            if (isOpen) page.AddDocument(Operators);
            page.DisableTelemetry().DisableAgent();
        }).AllowAnonymous();
    }

    private static void Configure(OpenApiOptions options, Func<ApiDescription, bool> isIncluded)
    {
        options.ShouldInclude = isIncluded;
        options.AddOperationTransformer<RestOperation>();
        options.AddOperationTransformer<HabitOperation>();
        options.AddDocumentTransformer<DocumentHead>();
        options.AddSchemaTransformer<WrittenSchema>();
        options.AddSchemaTransformer<DocumentedSchema>();
    }

    private static bool IsForOperators(ApiDescription api) => api.RelativePath?.StartsWith("_ermine", StringComparison.Ordinal) == true;
}
