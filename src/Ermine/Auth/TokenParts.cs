using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;

namespace Ermine.Auth;

/// <summary>What a token says, read strictly and believed in nothing: one way to write each token, no member twice, no header that this
/// reader does not know the meaning of.</summary>
internal sealed record TokenParts(string Algorithm, string Type, string? KeyId, string Issuer, IReadOnlyList<string> Audiences, string? Subject, DateTimeOffset Expires, DateTimeOffset? NotBefore)
{
    /// <summary>Characters that a token may have.</summary>
    public const int MostCharacters = 16_384;

    private const long LastSecond = 253_402_300_799; // of the year 9999

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 16 };
    private static readonly SearchValues<char> Alphabet = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");
    private static readonly string[] Foreign = ["jwk", "jku", "x5u", "x5c"];
    private static readonly string[] Unsupported = ["crit", "enc", "zip", "b64"];

    /// <exception cref="TokenRefusedException">It is none, or says what no token may say.</exception>
    public static TokenParts Read(string token)
    {
        if (token.Length > MostCharacters) throw new TokenRefusedException($"it has {token.Length:N0} characters, and {MostCharacters:N0} are the most");
        var segments = token.Split('.', 7);
        if (segments.Length == 5) throw new TokenRefusedException("it is encrypted");
        if (segments.Length != 3) throw new TokenRefusedException("it is no signed token of three parts");
        if (segments[2].Length == 0) throw new TokenRefusedException("it has no signature");
        Decode(segments[2], "signature");

        using var header = Parse(Decode(segments[0], "header"), "header");
        using var payload = Parse(Decode(segments[1], "payload"), "payload");
        return Of(header.RootElement, payload.RootElement);
    }

    private static TokenParts Of(JsonElement header, JsonElement payload)
    {
        if (Foreign.FirstOrDefault(name => header.TryGetProperty(name, out _)) is { } foreign) throw new TokenRefusedException($"its header brings a key along ('{foreign}')");
        if (Unsupported.FirstOrDefault(name => header.TryGetProperty(name, out _)) is { } unknown) throw new TokenRefusedException($"its header says '{unknown}', which is not supported");

        var type = Text(header, "typ", "header");
        if (type?.ToUpperInvariant() is not ("JWT" or "AT+JWT" or "APPLICATION/AT+JWT")) throw new TokenRefusedException("its type ('typ') is neither JWT nor at+jwt");
        return new TokenParts(
            Text(header, "alg", "header") ?? throw new TokenRefusedException("its header names no algorithm"),
            type, Text(header, "kid", "header"),
            Text(payload, "iss", "payload") ?? throw new TokenRefusedException("it names no issuer"),
            TextsOf(payload),
            Text(payload, "sub", "payload"),
            Time(payload, "exp") ?? throw new TokenRefusedException("it does not say when it expires"),
            Time(payload, "nbf"));
    }

    // One way to write each token: without padding, without spaces, and with zeros in what the last character has to spare, which the decoder sees to.
    private static byte[] Decode(string segment, string part)
    {
        var bytes = new byte[Base64Url.GetMaxDecodedLength(segment.Length)];
        if (segment.Length == 0 || segment.AsSpan().ContainsAnyExcept(Alphabet) || Base64Url.DecodeFromChars(segment, bytes, out _, out var written) != OperationStatus.Done)
            throw new TokenRefusedException($"its {part} is no base64url");
        return bytes[..written];
    }

    private static JsonDocument Parse(byte[] json, string part)
    {
        try
        {
            _ = new System.Text.UTF8Encoding(false, throwOnInvalidBytes: true).GetCharCount(json);
            var document = JsonDocument.Parse(json, Strict);
            if (document.RootElement.ValueKind == JsonValueKind.Object) return document;
            document.Dispose();
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException)
        {
            // What exactly, the message does not say: it could quote the token.
        }

        throw new TokenRefusedException($"its {part} is no JSON object in which each member stands once");
    }

    private static string? Text(JsonElement parent, string name, string part)
    {
        if (!parent.TryGetProperty(name, out var value)) return null;
        return value.ValueKind == JsonValueKind.String ? Spoken(value) : throw new TokenRefusedException($"'{name}' of its {part} is no text");
    }

    private static string[] TextsOf(JsonElement payload)
    {
        if (!payload.TryGetProperty("aud", out var audience)) return [];
        if (audience.ValueKind == JsonValueKind.String) return [Spoken(audience)];
        if (audience.ValueKind != JsonValueKind.Array || audience.EnumerateArray().Any(a => a.ValueKind != JsonValueKind.String)) throw new TokenRefusedException("'aud' of its payload is neither a text nor a list of texts");
        return [.. audience.EnumerateArray().Select(Spoken)];
    }

    private static string Spoken(JsonElement text)
    {
        try
        {
            return text.GetString()!;
        }
        catch (InvalidOperationException) // half a surrogate pair, written as an escape
        {
            throw new TokenRefusedException("it has a text that is no Unicode");
        }
    }

    private static DateTimeOffset? Time(JsonElement payload, string name)
    {
        if (!payload.TryGetProperty(name, out var value)) return null;
        return value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var seconds) && seconds is >= 0 and <= LastSecond
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : throw new TokenRefusedException($"'{name}' is no time in whole seconds");
    }
}
