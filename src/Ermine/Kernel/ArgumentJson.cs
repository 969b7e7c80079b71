using System.Text.Json;

namespace Ermine.Kernel;

/// <summary>How arguments are read and results written.</summary>
/// <param name="Reading">For arguments: strict, since they come from outside.</param>
/// <param name="Writing">For results.</param>
internal sealed record ArgumentJson(JsonSerializerOptions Reading, JsonSerializerOptions Writing)
{
    public static ArgumentJson Of(JsonSerializerOptions app) => new(StrictJson.Of(app), app);
}
