using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Ermine.OpenApi.Schemas;

/// <summary>Makes a schema say how values are written by Ermine, where ASP.NET Core's says how they might be.</summary>
internal sealed class WrittenSchema : IOpenApiSchemaTransformer
{
    private const JsonSchemaType Numbers = JsonSchemaType.Integer | JsonSchemaType.Number;

    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        if (!IsWrittenAsText(context) && schema.Type is { } type && type.HasFlag(JsonSchemaType.String) && (type & Numbers) != 0)
        {
            schema.Type = type & ~JsonSchemaType.String; // a text is taken for a number too, but nobody should send one
            schema.Pattern = null;
        }

        if (schema.Type is null && schema.Enum is { Count: > 0 } members && members.All(m => m?.GetValueKind() == System.Text.Json.JsonValueKind.String)) schema.Type = JsonSchemaType.String;
        if (context.JsonPropertyInfo is { AssociatedParameter.AttributeProvider: { } parameter })
            SchemaRules.Apply(schema, parameter.GetCustomAttributes(typeof(ValidationAttribute), inherit: true).OfType<ValidationAttribute>());
        Require(schema, context.JsonTypeInfo);
        return Task.CompletedTask;
    }

    // What may be null may also be left out of a request.
    private static void Require(OpenApiSchema schema, JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (property is { IsRequired: false, AssociatedParameter: { IsNullable: true, IsMemberInitializer: false } }) schema.Required?.Remove(property.Name);
        }
    }

    private static bool IsWrittenAsText(OpenApiSchemaTransformerContext context) =>
        (context.JsonPropertyInfo?.NumberHandling ?? context.JsonTypeInfo.NumberHandling ?? context.JsonTypeInfo.Options.NumberHandling).HasFlag(JsonNumberHandling.WriteAsString);
}
