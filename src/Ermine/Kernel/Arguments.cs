using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Ermine.Kernel;

/// <summary>What a function on demand is called with, and what it returns: values in order where code calls it, which costs no JSON, or a JSON
/// object where the call comes over HTTP or as a message.</summary>
/// <remarks>Generated code reads every argument first, then asks <see cref="AreBad"/>, so that a caller learns of all mistakes at once.</remarks>
public sealed partial class Arguments
{
    private ArgumentObject? _members; // none for a call from code
    private object?[]? _values;
    private ArgumentJson? _json;
    private bool _isMessage;
    private ReadOnlyMemory<byte>? _one;
    private Dictionary<string, string[]>? _mistakes;

    internal Arguments()
    {
    }

    /// <summary>Whether an argument is missing or no value of its type.</summary>
    public bool AreBad => _mistakes is not null || _validation is { Count: > 0 };

    /// <summary>What is wrong with the arguments, by JSON pointers: <c>/pollId</c>, or <c>/vote/choice</c> for a member of one.</summary>
    public IReadOnlyDictionary<string, string[]> Mistakes => WithInvalid();

    /// <summary>The arguments of a run, however it was called.</summary>
    /// <exception cref="InvalidOperationException">The run was called by something that has no arguments.</exception>
    public static Arguments Of(Invocation invocation)
    {
        var arguments = invocation switch
        {
            Invocation<Arguments> call => call.Input,
            Invocation<Batch> run => run.Input.Arguments,
            _ => throw new InvalidOperationException($"The trigger of '{invocation.Function.Id}' hands over no arguments."),
        };
        arguments._invocation = invocation;
        return arguments;
    }

    /// <summary>Whether an argument is given, for parameters that need none.</summary>
    public bool Has(string name, int index) => _values is not null || _one is not null || (_json is not null && _members!.TryFind(name, _json.Reading.PropertyNameCaseInsensitive, out _));

    /// <summary>An argument that must be given, and must not be null unless its type says so.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="index">Its place among the arguments, from 0.</param>
    public T Get<T>(string name, int index)
    {
        if (TryRead<T>(name, index, out var value) && value is null && Nullable.GetUnderlyingType(typeof(T)) is null) Fail(JsonPointer.Segment(name), "The argument must not be null.");
        return value!;
    }

    /// <summary>An argument that must be given, and may be null.</summary>
    public T? GetOrNull<T>(string name, int index)
    {
        TryRead<T>(name, index, out var value);
        return value;
    }

    /// <summary>How a run with bad arguments ends, with nothing done. A message is given up, as its payload will never be better.</summary>
    public Outcome Reject()
    {
        if (!_isMessage) return Outcome.Completed; // the run did what it had to: it said no, and whoever called is told why

        var reason = string.Join(" ", Mistakes.SelectMany(m => m.Value.Select(text => $"{m.Key}: {text}")));
        return Outcome.Rejected(reason, new PayloadException(reason));
    }

    /// <summary>Takes the values of a call from code.</summary>
    internal Arguments Begin(object?[] values)
    {
        _values = values;
        return this;
    }

    /// <summary>Takes the JSON object of a call from outside.</summary>
    internal Arguments Begin(ReadOnlyMemory<byte> json, ArgumentJson options, bool isMessage = false)
    {
        _isMessage = isMessage;
        try
        {
            (_members ??= new ArgumentObject()).Read(json, options.Reading);
            _json = options;
            if (isMessage || !ZeroCharacter.IsInJson(json.Span)) return this; // what code has sent is read as it was
            foreach (var name in _members.NamesWithZero()) Fail(name.Length == 0 ? "" : JsonPointer.Segment(name), ZeroCharacter.Complaint);
        }
        catch (JsonException e)
        {
            Fail("", e.LineNumber is null ? "The arguments must be a JSON object." : $"The arguments are no JSON: see line {e.LineNumber + 1}, byte {e.BytePositionInLine}.");
        }

        return this;
    }

    /// <summary>Takes the only argument of a run, whatever its name.</summary>
    internal Arguments BeginOne(ReadOnlyMemory<byte> json, ArgumentJson options)
    {
        (_isMessage, _one, _json) = (true, json, options);
        return this;
    }

    /// <summary>Makes the object ready for another call.</summary>
    internal void End()
    {
        _members?.Clear();
        (_values, _json, _isMessage, _mistakes, _invocation) = (null, null, false, null, null);
        _validation?.End();
        EndResult();
    }

    private bool TryRead<T>(string name, int index, out T? value)
    {
        value = default;
        if (_values is not null)
        {
            value = (T?)_values[index];
            return true;
        }

        if (_json is null) return false; // what was no object has been told already
        if (_one is { } one) return TryRead(name, one.Span, _json.Reading, out value);
        if (_members!.TryFind(name, _json.Reading.PropertyNameCaseInsensitive, out var json)) return TryRead(name, json, _json.Reading, out value);

        Fail(JsonPointer.Segment(name), "The argument is missing.");
        return false;
    }

    private bool TryRead<T>(string name, ReadOnlySpan<byte> json, JsonSerializerOptions options, out T? value)
    {
        try
        {
            value = JsonSerializer.Deserialize(json, (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T)));
            return true;
        }
        catch (JsonException e)
        {
            foreach (var (field, message) in JsonMistakes.Of(e, JsonPointer.Segment(name), "The argument", $"must be {JsonKind.Of(typeof(T))}")) Fail(field, message);
            value = default;
            return false;
        }
        catch (NotSupportedException e) when (JsonMistakes.OfKind(e, JsonPointer.Segment(name)) is { } mistake)
        {
            Fail(mistake.Field, mistake.Message);
            value = default;
            return false;
        }
    }

    private void Fail(string field, string message)
    {
        _mistakes ??= [];
        _mistakes[field] = _mistakes.TryGetValue(field, out var earlier) ? [.. earlier, message] : [message];
    }
}
