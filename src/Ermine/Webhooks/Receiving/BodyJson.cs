using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;

namespace Ermine.Webhooks.Receiving;

/// <summary>Reads single values of a body.</summary>
internal static class BodyJson
{
    /// <summary>The body, if it is one JSON value in UTF-8.</summary>
    public static JsonDocument? Parse(ReadOnlyMemory<byte> body)
    {
        if (!Utf8.IsValid(body.Span)) return null; // the parser looks into texts only when they are asked for
        try
        {
            return JsonDocument.Parse(body);
        }
        catch (JsonException)
        {
            return null; // it is none, which is the answer
        }
    }

    /// <summary>The text or number at a path of names, or places in lists, that are joined with dots; null where there is neither.</summary>
    public static string? TextAt(this JsonElement body, string path)
    {
        foreach (var name in path.Split('.'))
        {
            if (body.ValueKind == JsonValueKind.Object && body.TryGetProperty(name, out var member)) body = member;
            else if (body.ValueKind == JsonValueKind.Array && int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place < body.GetArrayLength()) body = body[place];
            else return null;
        }

        return body.ValueKind switch
        {
            JsonValueKind.String => Text(body),
            JsonValueKind.Number => body.GetRawText(),
            _ => null,
        };
    }

    private static string? Text(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null; // an escape of half a character
        }
    }
}
