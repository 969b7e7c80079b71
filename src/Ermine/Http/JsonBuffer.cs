using System.Buffers;
using System.Text.Json;

namespace Ermine.Http;

/// <summary>Memory for one answer, and the writer into it. A thread uses its own again and again, so that an answer allocates nothing for it.</summary>
internal sealed class JsonBuffer
{
    private const int LargeBytes = 64 * 1024;

    [ThreadStatic] private static JsonBuffer? _spare;

    private readonly ArrayBufferWriter<byte> _bytes = new(1_024);
    private readonly JsonSerializerOptions _options;

    private JsonBuffer(JsonSerializerOptions options)
    {
        _options = options;
        Writer = new Utf8JsonWriter(_bytes, new JsonWriterOptions
        {
            Encoder = options.Encoder,
            Indented = options.WriteIndented,
            IndentCharacter = options.IndentCharacter,
            IndentSize = options.IndentSize,
            MaxDepth = options.MaxDepth,
            NewLine = options.NewLine,
            SkipValidation = true, // as the serializer has it for writers of its own
        });
    }

    public Utf8JsonWriter Writer { get; }

    public ReadOnlyMemory<byte> Written => _bytes.WrittenMemory;

    /// <summary>Whether what was written is too much to be kept in memory as a rule.</summary>
    public bool IsLarge => _bytes.WrittenCount > LargeBytes;

    /// <summary>An empty buffer, for writing by these options.</summary>
    public static JsonBuffer Borrow(JsonSerializerOptions options)
    {
        var buffer = _spare is { } spare && spare._options == options ? spare : new JsonBuffer(options);
        _spare = null;
        return buffer;
    }

    /// <summary>Makes it ready for another answer, unless it has grown. Not after a failure: what its writer then is, nobody knows.</summary>
    public void Return()
    {
        if (IsLarge) return;

        _bytes.ResetWrittenCount();
        Writer.Reset();
        _spare = this;
    }
}
