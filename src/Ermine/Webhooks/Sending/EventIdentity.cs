using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Ermine.Webhooks.Sending;

/// <summary>An event's id as <c>webhook-id</c>: the same for each attempt, so that a receiver knows what it has had already.</summary>
internal static class EventIdentity
{
    private const int Longest = 128;

    /// <summary>The id of an event; where it has none that may stand in a header, its hash.</summary>
    public static string Of(ReadOnlySpan<byte> published)
    {
        var id = Read(published);
        return id is { Length: > 0 and <= Longest } && id.All(static c => c is > ' ' and < '\x7f' and not '.') // a dot stands between the parts that are signed
            ? id
            : $"evt_{Convert.ToHexStringLower(SHA256.HashData(id is null ? published : Encoding.UTF8.GetBytes(id)).AsSpan(0, 16))}";
    }

    private static string? Read(ReadOnlySpan<byte> published)
    {
        var json = new Utf8JsonReader(published);
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var isIt = json.ValueTextEquals("id"u8);
            json.Read();
            if (isIt) return json.TokenType == JsonTokenType.String ? json.GetString() : null;
            json.Skip();
        }

        return null;
    }
}
