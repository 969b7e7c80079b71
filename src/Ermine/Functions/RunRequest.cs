using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Ermine.Kernel;

namespace Ermine.Functions;

/// <summary>An asynchronous run that is being asked for. Generated code fills it: <c>functions.EnqueueSummariseAsync(pollId)</c>.</summary>
public sealed class RunRequest
{
    private readonly string _function;
    private readonly IRuns _runs;
    private readonly JsonSerializerOptions _json;
    private readonly ArrayBufferWriter<byte> _arguments = new();
    private readonly Utf8JsonWriter _writer;

    internal RunRequest(string function, IRuns runs, PayloadSerializer serializer)
    {
        (_function, _runs, _json) = (function, runs, serializer.Arguments.Writing);
        _writer = new Utf8JsonWriter(_arguments, new JsonWriterOptions { Encoder = _json.Encoder });
        _writer.WriteStartObject();
    }

    /// <summary>Adds an argument.</summary>
    /// <exception cref="PayloadException">It cannot be serialised.</exception>
    public RunRequest With<T>(string name, T value)
    {
        try
        {
            _writer.WritePropertyName(name);
            JsonSerializer.Serialize(_writer, value, (JsonTypeInfo<T>)_json.GetTypeInfo(typeof(T)));
            return this;
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            throw new PayloadException($"The argument '{name}' of type {typeof(T).Name} cannot be serialised: {e.Message}", e);
        }
    }

    /// <summary>Asks for the run; answers its id.</summary>
    /// <remarks>Within an invocation it joins the commit: the run is made if, and only if, the invocation succeeds.</remarks>
    /// <inheritdoc cref="IRuns.StartAsync"/>
    public Task<Guid> EnqueueAsync(RunOptions? options = null, CancellationToken ct = default)
    {
        _writer.WriteEndObject();
        _writer.Flush();
        return _runs.StartAsync(_function, _arguments.WrittenMemory, options, ct);
    }
}
