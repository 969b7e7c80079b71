using System.Reflection;
using Ermine.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.OpenApi;

namespace Ermine.OpenApi.Documents;

/// <summary>Writes what stands at the head of a document: from <c>Ermine:OpenApi</c>, and what is missing there from the app's assembly.</summary>
internal sealed class DocumentHead(IConfiguration configuration, IHostEnvironment environment) : IOpenApiDocumentTransformer
{
    private readonly IConfigurationSection _settings = configuration.GetSection("Ermine:OpenApi");

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        var app = Assembly.GetEntryAssembly() is { } entry && entry.GetName().Name == environment.ApplicationName ? entry : Loaded(environment.ApplicationName);
        var title = _settings["Title"] ?? app?.GetCustomAttribute<AssemblyProductAttribute>()?.Product ?? environment.ApplicationName;
        document.Info.Title = title;
        document.Info.Version = _settings["Version"] ?? app?.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "1.0.0";
        document.Info.Description = _settings["Description"] ?? app?.GetCustomAttribute<AssemblyDescriptionAttribute>()?.Description ?? $"The HTTP API of {title}.";
        document.Info.Contact = new OpenApiContact
        {
            Name = _settings["Contact:Name"] ?? app?.GetCustomAttribute<AssemblyCompanyAttribute>()?.Company ?? title,
            Email = _settings["Contact:Email"],
            Url = Address("Contact:Url"),
        };
        if (_settings["License:Name"] is { } license) document.Info.License = new OpenApiLicense { Name = license, Identifier = _settings["License:Identifier"], Url = Address("License:Url") };
        document.Servers = [.. Servers().Select(url => new OpenApiServer { Url = url })];
        Describe(document, context);
        Number(document);
        return Task.CompletedTask;
    }

    // Not the address that somebody asked at: it may be a proxy's, and a document that is kept should hold for the next one too.
    private string[] Servers() => [.. _settings.GetSection("Servers").GetChildren().Select(s => s.Value).OfType<string>().DefaultIfEmpty("/")];

    private Uri? Address(string key) => _settings[key] is { Length: > 0 } url ? new Uri(url) : null;

    private static void Describe(OpenApiDocument document, OpenApiDocumentTransformerContext context)
    {
        var groups = context.DescriptionGroups.SelectMany(g => g.Items).SelectMany(api => api.ActionDescriptor.EndpointMetadata).OfType<RestDescription>().ToLookup(r => r.Group, r => r.GroupSummary);
        foreach (var tag in document.Tags ?? new HashSet<OpenApiTag>())
            tag.Description ??= groups[tag.Name ?? ""].FirstOrDefault(summary => summary.Length > 0) ?? $"Operations of {tag.Name}.";
    }

    // A function with several routes or versions has an operation for each, and an id belongs to one.
    private static void Number(OpenApiDocument document)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var operation in document.Paths.Values.SelectMany(path => path.Operations?.Values ?? Enumerable.Empty<OpenApiOperation>()).Where(o => o.OperationId is not null))
        {
            var number = seen[operation.OperationId!] = seen.GetValueOrDefault(operation.OperationId!) + 1;
            if (number > 1) operation.OperationId += $"-{number}";
        }
    }

    private static Assembly? Loaded(string name) => Array.Find(AppDomain.CurrentDomain.GetAssemblies(), a => a.GetName().Name == name); // a test runs the app within its own process
}
