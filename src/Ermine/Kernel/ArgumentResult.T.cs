using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Ermine.Kernel;

/// <summary>Writes results of type <typeparamref name="T"/>.</summary>
internal sealed class ArgumentResult<T> : ArgumentResult
{
    public static ArgumentResult<T> Instance { get; } = new();

    public override void Write(IBufferWriter<byte> output, object? result, JsonSerializerOptions options) => WriteValue(output, (T)result!, options);

    public static void WriteValue(IBufferWriter<byte> output, T value, JsonSerializerOptions options)
    {
        var writer = Rent(output, options);
        JsonSerializer.Serialize(writer, value, (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T)));
        writer.Flush();
        Return(writer, options);
    }
}
