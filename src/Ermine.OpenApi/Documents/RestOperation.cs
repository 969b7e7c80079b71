using Ermine.Http;
using Ermine.Kernel;
using Ermine.OpenApi.Descriptions;
using Ermine.OpenApi.Schemas;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.OpenApi;

namespace Ermine.OpenApi.Documents;

/// <summary>Completes the operation of a function: its words, its id, and who may call it.</summary>
internal sealed class RestOperation : IOpenApiOperationTransformer
{
    public async Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<RestDescription>().FirstOrDefault() is not { } rest) return;

        operation.OperationId = metadata.OfType<IEndpointNameMetadata>().LastOrDefault()?.EndpointName ?? metadata.OfType<FunctionDescriptor>().FirstOrDefault()?.Id;
        operation.Summary = Given(operation.Summary) ?? rest.Summary;
        operation.Description = Given(operation.Description) ?? Given(rest.Remarks) ?? operation.Summary;
        operation.Deprecated |= rest.IsDeprecated;
        operation.Security = RestAccess.IsGuarded(metadata) ? [BearerScheme.Required(context.Document)] : [];
        foreach (var content in operation.Responses?.Values.OfType<OpenApiResponse>().Select(r => r.Content).OfType<IDictionary<string, OpenApiMediaType>>() ?? []) AsText(content);
        foreach (var parameter in rest.Parameters) await AddAsync(operation, parameter, context, cancellationToken);
    }

    // Of a sequence that is answered item by item no schema says what a line holds.
    private static void AsText(IDictionary<string, OpenApiMediaType> content)
    {
        foreach (var (type, media) in content)
        {
            if (type is "application/x-ndjson" or "application/jsonl" or "text/event-stream") media.Schema = new OpenApiSchema { Type = JsonSchemaType.String };
        }
    }

    private static async Task AddAsync(OpenApiOperation operation, RestParameter parameter, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        if (parameter.From == RestSource.Body)
        {
            if (operation.RequestBody is not OpenApiRequestBody body) return;
            body.Required = parameter.IsRequired;
            body.Description = Given(parameter.Description) ?? body.Description;
            return;
        }

        if (parameter.From == RestSource.Form)
        {
            foreach (var form in operation.RequestBody?.Content?.Values.Select(media => media.Schema).OfType<OpenApiSchema>() ?? []) DescribeField(form, parameter);
            return;
        }

        if (parameter.From == RestSource.Cookie)
        {
            operation.Parameters ??= [];
            operation.Parameters.Add(new OpenApiParameter { Name = parameter.Name, In = ParameterLocation.Cookie, Required = parameter.IsRequired, Schema = await context.GetOrCreateSchemaAsync(typeof(string), null, ct) });
        }

        var described = operation.Parameters?.OfType<OpenApiParameter>().FirstOrDefault(p => p.Name == parameter.Name && p.In == LocationOf(parameter.From));
        if (described is null) return;
        described.Description = Given(parameter.Description) ?? described.Description;
        if (described.Schema is OpenApiSchema schema) ParameterSchema.Complete(schema, parameter);
    }

    // A form of several fields is all of their schemas, each an object with one.
    private static void DescribeField(OpenApiSchema form, RestParameter parameter)
    {
        foreach (var part in form.AllOf?.OfType<OpenApiSchema>() ?? []) DescribeField(part, parameter);
        if (form.Properties?.TryGetValue(parameter.Name, out var field) != true) return;

        if (Given(parameter.Description) is { } text) field!.Description = text;
        if (field is OpenApiSchema schema) ParameterSchema.Complete(schema, parameter);
    }

    private static ParameterLocation? LocationOf(RestSource source) => source switch
    {
        RestSource.Route => ParameterLocation.Path,
        RestSource.Query => ParameterLocation.Query,
        RestSource.Header => ParameterLocation.Header,
        RestSource.Cookie => ParameterLocation.Cookie,
        _ => null,
    };

    private static string? Given(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
