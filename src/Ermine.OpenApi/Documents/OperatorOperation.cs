using Ermine.OpenApi.Descriptions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Ermine.OpenApi.Documents;

/// <summary>Completes the operations of endpoints under <c>/_ermine</c>, which say in a sentence what they do: with an id, who may ask, and what all of them answer.</summary>
internal sealed class OperatorOperation : IOpenApiOperationTransformer
{
    private const string Root = "_ermine/";

    public async Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        operation.OperationId ??= IdOf(context.Description.HttpMethod ?? "", context.Description.RelativePath ?? "");
        operation.Summary ??= operation.OperationId;
        operation.Description ??= operation.Summary;
        operation.Security = RestAccess.IsGuarded(context.Description.ActionDescriptor.EndpointMetadata) ? [BearerScheme.Required(context.Document)] : [];
        operation.Responses ??= [];
        if (operation.Responses.ContainsKey("400")) return;

        var problem = await context.GetOrCreateSchemaAsync(typeof(ProblemDetails), null, cancellationToken);
        operation.Responses["400"] = new OpenApiResponse
        {
            Description = "The request cannot be read.",
            Content = new Dictionary<string, OpenApiMediaType> { ["application/problem+json"] = new() { Schema = problem } },
        };
    }

    // POST _ermine/queues/{queue}/pause is queues.queue.pause.post
    private static string IdOf(string method, string path)
    {
        var parts = path.Replace(Root, "", StringComparison.Ordinal).Split('/', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Trim('{', '}').Split(':')[0]);
        return string.Join('.', parts.Append(method.ToLowerInvariant()));
    }
}
