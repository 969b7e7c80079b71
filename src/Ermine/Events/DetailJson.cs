using System.Text.Json;

namespace Ermine.Events;

/// <summary>Whether bytes are one JSON value.</summary>
internal static class DetailJson
{
    /// <exception cref="InvalidEventException">They are none, or more than one.</exception>
    public static void Check(ReadOnlySpan<byte> utf8)
    {
        var json = new Utf8JsonReader(utf8);
        try
        {
            while (json.Read())
            {
            }
        }
        catch (JsonException e)
        {
            throw new InvalidEventException(new EventFault((int)json.BytesConsumed, $"The detail is no JSON: {e.Message}"));
        }
    }
}
