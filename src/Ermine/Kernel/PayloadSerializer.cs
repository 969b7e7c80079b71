using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Ermine.Kernel;

/// <summary>Turns payloads into JSON and back, with the app's own <c>JsonSerializerContext</c> wherever it has one.</summary>
public sealed class PayloadSerializer(JsonSerializerOptions options)
{
    /// <summary>Bytes a payload may have.</summary>
    public const int MaxBytes = 256 * 1024;

    /// <summary>Writes a payload.</summary>
    /// <exception cref="PayloadException">It cannot be serialised, or is larger than <see cref="MaxBytes"/>.</exception>
    public ReadOnlyMemory<byte> Write<T>(T payload)
    {
        byte[] json;
        try
        {
            json = JsonSerializer.SerializeToUtf8Bytes(payload, Type<T>());
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            throw new PayloadException($"A payload of type {typeof(T).Name} cannot be serialised: {e.Message}", e);
        }

        return json.Length <= MaxBytes ? json : throw new PayloadException(
            $"A payload of type {typeof(T).Name} has {json.Length:N0} bytes and at most {MaxBytes:N0} are allowed; store the large part elsewhere, as in blob storage, and send its key (a claim check).");
    }

    /// <summary>Reads a payload.</summary>
    /// <exception cref="PayloadException">It is no JSON of that type. The message names the place, never the content.</exception>
    /// <remarks>The serializer's own exception is left out, since it can quote what it read, and this one is logged.</remarks>
    public T Read<T>(ReadOnlyMemory<byte> payload)
    {
        try
        {
            return JsonSerializer.Deserialize(payload.Span, Type<T>()) ?? throw new PayloadException($"The payload is null where a {typeof(T).Name} is expected.");
        }
        catch (JsonException e)
        {
            throw new PayloadException($"The payload is no {typeof(T).Name}: see line {e.LineNumber + 1}, byte {e.BytePositionInLine}.");
        }
        catch (NotSupportedException e)
        {
            throw new PayloadException($"A payload of type {typeof(T).Name} cannot be deserialised: see the exception within.", e);
        }
    }

    /// <summary>Reads one member of payloads by its name in code, which the options' naming policy turns into that in JSON.</summary>
    public PayloadKey Key(string member) => new(options.PropertyNamingPolicy?.ConvertName(member) ?? member);

    /// <summary>A value as it is written within payloads; null where the options have nothing for its type.</summary>
    internal JsonElement? Element(object value) => options.TryGetTypeInfo(value.GetType(), out var type) ? JsonSerializer.SerializeToElement(value, type) : null;

    /// <summary>How payloads that are arguments are read, and what comes of them written.</summary>
    internal ArgumentJson Arguments => field ??= ArgumentJson.Of(options);

    private JsonTypeInfo<T> Type<T>() => (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
}
