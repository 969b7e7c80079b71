using System.Diagnostics;
using Ermine.Kernel;

namespace Ermine.Functions;

/// <summary>A function on demand as the target of asynchronous runs: turns arguments and what a run asks for into its message.</summary>
internal sealed class RunTarget(FunctionDescriptor<OnDemandAttribute> function, TimeProvider time, TimeSpan keyWindow)
{
    private const int LongestKey = 256;
    private const int DebounceFactor = 10;
    private static readonly TimeSpan LongestTime = TimeSpan.FromDays(365);

    private readonly PayloadKey? _concurrencyKey = function.Trigger.ConcurrencyKey is { } member ? new PayloadKey(member) : null;

    public string FunctionId => function.Id;

    /// <summary>Whether its runs go one at a time for each value of an argument, which a run that another calls does not name.</summary>
    public bool HasKey => _concurrencyKey is not null;

    public string Queue { get; } = RunQueue.Of(function.Id);

    /// <summary>The message of a run, with its id.</summary>
    /// <exception cref="PayloadException">The arguments are too large.</exception>
    /// <exception cref="ArgumentException">An option is out of its range, or does not go with the function.</exception>
    public OutgoingMessage Message(ReadOnlyMemory<byte> arguments, RunOptions options)
    {
        Check(arguments, options);
        var id = options.IdempotencyKey is { } key ? RunId.Of(Queue, key) : RunId.New(Queue, time.GetUtcNow());
        return new OutgoingMessage(Queue, arguments, options.Delay, Headers(options.Headers))
        {
            Run = id,
            Priority = options.Priority,
            GroupKey = GroupOf(arguments),
            TimeToLive = options.MaximumAge,
            DeduplicationKey = options.IdempotencyKey is null ? null : id.ToString("N"),
            DeduplicationWindow = keyWindow,
            Debounce = DebounceOf(arguments),
        };
    }

    /// <summary>The message of a run that another run calls, with one argument, whatever its name.</summary>
    public OutgoingMessage Next(ReadOnlyMemory<byte> argument, Message from) => new(Queue, argument, default, NextHeaders(from)) { Run = RunId.New(Queue, time.GetUtcNow()) };

    /// <summary>The message of an earlier run, as that of a new one.</summary>
    public OutgoingMessage Again(OutgoingMessage earlier) => earlier with { Run = RunId.New(Queue, time.GetUtcNow()), Headers = Headers(earlier.Headers) };

    private Debounce? DebounceOf(ReadOnlyMemory<byte> arguments)
    {
        var (wait, longest) = (function.Trigger.DebounceSeconds, function.Trigger.MaxDebounceSeconds);
        return wait <= 0 ? null : new Debounce(GroupOf(arguments) ?? "", TimeSpan.FromSeconds(wait), TimeSpan.FromSeconds(longest > 0 ? longest : DebounceFactor * wait));
    }

    private string? GroupOf(ReadOnlyMemory<byte> arguments)
    {
        if (_concurrencyKey is null) return null;
        return _concurrencyKey.Read(arguments.Span) is { Length: > 0 and <= LongestKey } group ? group : throw new ArgumentException(
            $"Runs of '{FunctionId}' go one at a time for each {function.Trigger.ConcurrencyKey}, which must be a text, number or literal of 1 to {LongestKey} characters.");
    }

    private void Check(ReadOnlyMemory<byte> arguments, RunOptions options)
    {
        if (arguments.Length > PayloadSerializer.MaxBytes) throw new PayloadException(
            $"The arguments have {arguments.Length:N0} bytes and a run takes at most {PayloadSerializer.MaxBytes:N0}; store the large part elsewhere and send its key.");
        if (options.Delay < TimeSpan.Zero || options.Delay > LongestTime) throw OutOfRange(nameof(options.Delay), options.Delay, $"from zero to {LongestTime.TotalDays:0} days");
        if (options.MaximumAge is { } age && (age <= TimeSpan.Zero || age > LongestTime)) throw OutOfRange(nameof(options.MaximumAge), age, $"more than zero and at most {LongestTime.TotalDays:0} days");
        if (!Enum.IsDefined(options.Priority)) throw OutOfRange(nameof(options.Priority), options.Priority, "Normal, High or Low");
        if (options.IdempotencyKey is not (null or { Length: > 0 and <= LongestKey }))
            throw new ArgumentException($"IdempotencyKey has {options.IdempotencyKey.Length} characters; it has from 1 to {LongestKey}.");
        if (function.Trigger.DebounceSeconds > 0 && (options.Delay > TimeSpan.Zero || options.IdempotencyKey is not null))
            throw new ArgumentException($"Runs of '{FunctionId}' wait for others like them, which neither a delay nor an idempotency key goes with.");
        if (_concurrencyKey is not null && options.Priority != MessagePriority.Normal)
            throw new ArgumentException($"Runs of '{FunctionId}' go in order for each {function.Trigger.ConcurrencyKey}, which a priority would break.");
    }

    private static ArgumentOutOfRangeException OutOfRange(string name, object value, string range) => new(name, value, $"{name} is {range}.");

    private static Dictionary<string, string> NextHeaders(Message from)
    {
        var headers = new Dictionary<string, string>(StringComparer.Ordinal) { [Kernel.Message.OneArgument] = "" };
        if (from.Headers?.GetValueOrDefault(Kernel.Message.TraceParent) is { } trace) headers[Kernel.Message.TraceParent] = trace;
        return headers;
    }

    private static IReadOnlyDictionary<string, string>? Headers(IReadOnlyDictionary<string, string>? given)
    {
        if (Activity.Current?.Id is not { } trace) return given;
        return new Dictionary<string, string>(given ?? new Dictionary<string, string>(), StringComparer.Ordinal) { [Kernel.Message.TraceParent] = trace };
    }
}
