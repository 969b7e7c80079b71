using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Ermine.OpenApi.Documents;

/// <summary>Adds what the habits of a function read from requests besides its parameters, and what they write into the heads of answers.</summary>
internal sealed class HabitOperation : IOpenApiOperationTransformer
{
    // Opaque to the caller, and yet not any text: what does not look like it is refused with 400.
    private static OpenApiSchema Cursor => new() { Type = JsonSchemaType.String, Pattern = "^[A-Za-z0-9_-]+$", MaxLength = 2_048 };
    private static OpenApiSchema Tags => new() { Type = JsonSchemaType.String, Pattern = """^(\*|(W/)?"[!#-\[\]-~]*"(, ?(W/)?"[!#-\[\]-~]*")*)$""" };
    private static OpenApiSchema Key => new() { Type = JsonSchemaType.String, Pattern = """^([!#-~]{1,255}|"[!#-~]{1,255}")$""" };

    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        foreach (var habit in context.Description.ActionDescriptor.EndpointMetadata) Add(operation, habit, context.Description.HttpMethod is "GET" or "HEAD");
        return Task.CompletedTask;
    }

    private static void Add(OpenApiOperation operation, object habit, bool isRead)
    {
        switch (habit)
        {
            case PagedAttribute paged:
                var size = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32", Minimum = "1", Maximum = $"{paged.MaxSize}", Default = Math.Min(paged.DefaultSize, paged.MaxSize) };
                Read(operation, "cursor", ParameterLocation.Query, "Where the page begins: the cursor of an answer as it is. Without it, the first page.", schema: Cursor);
                Read(operation, "size", ParameterLocation.Query, "Items of the page at most.", schema: size);
                Write(operation, "2", "Link", "The addresses of the next, the previous and the first page (RFC 8288).");
                break;
            case ETagAttribute tag:
                if (isRead) Read(operation, "If-None-Match", ParameterLocation.Header, "The `ETag` of the version that the caller has.", schema: Tags);
                else Read(operation, "If-Match", ParameterLocation.Header, "The `ETag` of the version that is to be changed.", tag.Required, Tags);
                Write(operation, "2", "ETag", "The version.");
                break;
            case IdempotentAttribute idempotent:
                Read(operation, "Idempotency-Key", ParameterLocation.Header, $"A text that is new for each request, and the same where one is repeated: it is carried out once in {idempotent.RetentionHours} hours.", idempotent.Required, Key);
                break;
            case RateLimitAttribute:
                Write(operation, "429", "Retry-After", "Seconds to wait.", JsonSchemaType.Integer);
                break;
            case DeprecatedAttribute deprecated:
                operation.Deprecated = true;
                Write(operation, "2", "Deprecation", "Since when the function is not to be used any more (RFC 9745).");
                if (deprecated.Sunset is not null) Write(operation, "2", "Sunset", $"When it will be gone: {deprecated.Sunset} (RFC 8594).");
                break;
        }
    }

    private static void Read(OpenApiOperation operation, string name, ParameterLocation place, string text, bool isRequired = false, OpenApiSchema? schema = null)
    {
        operation.Parameters ??= [];
        if (operation.Parameters.Any(p => p.In == place && string.Equals(p.Name, name, StringComparison.OrdinalIgnoreCase))) return; // the function reads it too
        operation.Parameters.Add(new OpenApiParameter { Name = name, In = place, Description = text, Required = isRequired, Schema = schema });
    }

    /// <param name="operation">The operation.</param>
    /// <param name="statuses">How the statuses begin of the answers that have the header.</param>
    /// <param name="name">The header.</param>
    /// <param name="text">What it says.</param>
    /// <param name="type">What it is.</param>
    private static void Write(OpenApiOperation operation, string statuses, string name, string text, JsonSchemaType type = JsonSchemaType.String)
    {
        foreach (var (status, answer) in operation.Responses ?? [])
        {
            if (!status.StartsWith(statuses, StringComparison.Ordinal) || answer is not OpenApiResponse response) continue;
            response.Headers ??= new Dictionary<string, IOpenApiHeader>();
            response.Headers[name] = new OpenApiHeader { Description = text, Schema = new OpenApiSchema { Type = type } };
        }
    }
}
