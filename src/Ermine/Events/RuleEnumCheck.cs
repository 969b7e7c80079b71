using System.Text.Json;
using Ermine.Kernel;

namespace Ermine.Events;

/// <summary>Refuses to start an app whose serializer writes an enumeration otherwise than a rule takes it: the rule would match no event, and nobody would know why.</summary>
internal static class RuleEnumCheck
{
    /// <exception cref="ErmineStartupException">An enumeration is written otherwise.</exception>
    public static void ThrowIfOtherwise(FunctionCatalog catalog, PayloadSerializer serializer)
    {
        foreach (var function in catalog.Subscribers())
        {
            foreach (var taken in function.Metadata.OfType<RuleEnum>())
            {
                using var json = JsonDocument.Parse(taken.Json);
                if (serializer.Element(taken.Value) is { } written && !JsonElement.DeepEquals(written, json.RootElement)) throw Otherwise(function.Id, taken, written);
            }
        }
    }

    private static ErmineStartupException Otherwise(string function, RuleEnum taken, JsonElement written)
    {
        var name = taken.Value.GetType().Name;
        return new ErmineStartupException(
            $"The rule of '{function}' takes {name}.{taken.Value} for {taken.Json}, as the attributes in code say, and this app's serializer writes {written.GetRawText()}, so that the rule would not match. " +
            (taken.Json[0] == '"'
                ? $"A converter in the options of PayloadOptions goes before that of {name}: remove it there, or put [JsonConverter(typeof(JsonStringEnumConverter<{name}>))] on the members of the event."
                : $"Put [JsonConverter(typeof(JsonStringEnumConverter<{name}>))] on {name}, where the build sees it, or remove the converter from the options of PayloadOptions."));
    }
}
