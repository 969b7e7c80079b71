using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Ermine.Kernel;

/// <summary>How what a caller sends is read: by the app's own JSON options, but a value that a function relies on must be there.</summary>
/// <remarks>Web defaults would hand over null for a missing or null member that is declared not to be, and the function would fail on it with
/// 500. Here it is the caller's mistake: 400, naming the member.</remarks>
internal static class StrictJson
{
    private const int MaxDepth = 32;

    public static JsonSerializerOptions Of(JsonSerializerOptions app) => new(app)
    {
        MaxDepth = app.MaxDepth == 0 ? MaxDepth : app.MaxDepth,
        AllowDuplicateProperties = false, // of two, one reader takes the first and another the last
        RespectNullableAnnotations = true,
        TypeInfoResolver = app.TypeInfoResolver?.WithAddedModifier(RequireParameters),
    };

    // Not RespectRequiredConstructorParameters, which also requires those that may be null.
    private static void RequireParameters(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (property.AssociatedParameter is { IsNullable: false, HasDefaultValue: false, IsMemberInitializer: false }) property.IsRequired = true;
        }
    }
}
