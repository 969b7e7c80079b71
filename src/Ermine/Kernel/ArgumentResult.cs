using System.Buffers;
using System.Text.Json;

namespace Ermine.Kernel;

/// <summary>Writes results of one declared type. One instance serves all runs, so that a result allocates nothing for it.</summary>
internal abstract class ArgumentResult
{
    [ThreadStatic] private static Utf8JsonWriter? _spare;
    [ThreadStatic] private static JsonSerializerOptions? _spareOptions;

    public abstract void Write(IBufferWriter<byte> output, object? result, JsonSerializerOptions options);

    /// <summary>Lends a writer.</summary>
    protected static Utf8JsonWriter Rent(IBufferWriter<byte> output, JsonSerializerOptions options)
    {
        if (_spare is not { } spare || !ReferenceEquals(_spareOptions, options)) return New(output, options);

        _spare = null; // a converter may write a result of its own meanwhile
        spare.Reset(output);
        return spare;
    }

    /// <summary>Takes it back; one whose result could not be written is not lent again.</summary>
    protected static void Return(Utf8JsonWriter writer, JsonSerializerOptions options) => (_spare, _spareOptions) = (writer, options);

    private static Utf8JsonWriter New(IBufferWriter<byte> output, JsonSerializerOptions options) => new(output, new JsonWriterOptions
    {
        Encoder = options.Encoder,
        Indented = options.WriteIndented,
        IndentCharacter = options.IndentCharacter,
        IndentSize = options.IndentSize,
        NewLine = options.NewLine,
        MaxDepth = options.MaxDepth,
        SkipValidation = true,
    });
}
