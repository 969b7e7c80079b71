using System.Text;
using System.Text.Json;

namespace Ermine.Kernel;

/// <summary>Reads one member of payloads as text, without reading the rest into objects.</summary>
public sealed class PayloadKey
{
    private readonly byte[] _name;

    internal PayloadKey(string jsonName) => _name = Encoding.UTF8.GetBytes(jsonName);

    /// <summary>The member's value: a text as it is, a number or literal as it is written; null where it is null, not there, or an object or array.</summary>
    public string? Read(ReadOnlySpan<byte> payload)
    {
        try
        {
            var reader = new Utf8JsonReader(payload);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return null;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var found = reader.ValueTextEquals(_name);
                reader.Read();
                if (found) return Text(ref reader);
                reader.Skip();
            }
        }
        catch (JsonException)
        {
            // no JSON has no key; who reads it as a payload says what is wrong with it
        }

        return null;
    }

    private static string? Text(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString(),
        JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False => Encoding.UTF8.GetString(reader.ValueSpan),
        _ => null,
    };
}
