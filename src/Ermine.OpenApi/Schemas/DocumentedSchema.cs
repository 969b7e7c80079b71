using System.Reflection;
using Ermine.OpenApi.Documentation;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Ermine.OpenApi.Schemas;

/// <summary>Writes what doc comments say of types and their members into schemas.</summary>
internal sealed class DocumentedSchema(DocumentationFiles files) : IOpenApiSchemaTransformer
{
    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.JsonPropertyInfo?.AttributeProvider is MemberInfo member) Member(schema, member);
        if (context.JsonPropertyInfo is not null && !IsComponent(schema)) return Task.CompletedTask;

        var type = context.JsonTypeInfo.Type;
        if (files.Summary(type) is { Length: > 0 } summary) schema.Description = summary;
        if (files.Example(type) is { Length: > 0 } example) schema.Examples = [SchemaExample.Of(example, schema.Type)];
        return Task.CompletedTask;
    }

    // A member whose type has a schema of its own is a reference to it, which ASP.NET Core makes later; this is how it is told what to put beside it.
    private void Member(OpenApiSchema schema, MemberInfo member)
    {
        var (summary, example) = (files.Summary(member), files.Example(member));
        if (IsComponent(schema))
        {
            if (summary.Length > 0) schema.Metadata!["x-ref-description"] = summary;
            return;
        }

        if (summary.Length > 0) schema.Description = summary;
        if (example.Length > 0) schema.Examples = [SchemaExample.Of(example, schema.Type)];
    }

    private static bool IsComponent(OpenApiSchema schema) => schema.Metadata is { } metadata && metadata.TryGetValue("x-schema-id", out var id) && id is string { Length: > 0 };
}
