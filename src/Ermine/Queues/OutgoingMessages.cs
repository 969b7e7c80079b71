using System.Diagnostics;
using Ermine.Kernel;

namespace Ermine.Queues;

/// <summary>Turns payloads and what they ask for into messages, and refuses what cannot be.</summary>
internal sealed class OutgoingMessages<T>(PayloadSerializer serializer)
{
    private const int LongestKey = 256;
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(365);
    private static readonly TimeSpan LongestWindow = TimeSpan.FromDays(7);

    private readonly QueueAttribute _contract = QueueContract<T>.Value;
    private readonly PayloadKey? _groupKey = QueueContract<T>.Value.GroupKey is { } member ? serializer.Key(member) : null;

    /// <exception cref="PayloadException">A payload cannot be serialised or is too large.</exception>
    /// <exception cref="ArgumentException">An option is out of its range, or does not go with the queue or another option.</exception>
    public OutgoingMessage[] Of(IEnumerable<T> payloads, SendOptions options)
    {
        Check(options);
        var headers = Headers(options);
        return [.. payloads.Select(payload => Of(serializer.Write(payload), options, headers))];
    }

    private OutgoingMessage Of(ReadOnlyMemory<byte> payload, SendOptions options, IReadOnlyDictionary<string, string>? headers) => new(_contract.Name, payload, options.Delay, headers)
    {
        Priority = options.Priority,
        GroupKey = _groupKey is null ? null : GroupOf(payload, options),
        TimeToLive = options.TimeToLive,
        DeduplicationKey = options.DeduplicationKey,
        DeduplicationWindow = options.DeduplicationWindow,
        Version = _contract.Version,
    };

    private string GroupOf(ReadOnlyMemory<byte> payload, SendOptions options)
    {
        var group = options.GroupKey ?? _groupKey!.Read(payload.Span);
        return group is { Length: > 0 and <= LongestKey } ? group : throw new ArgumentException(
            $"A message of queue '{_contract.Name}' needs a group, and its member {_contract.GroupKey} {(group is { Length: > 0 } ? $"has {group.Length} characters; at most {LongestKey} are allowed" : "is empty")}.");
    }

    private void Check(SendOptions options)
    {
        if (options.Delay < TimeSpan.Zero || options.Delay > LongestDelay) throw OutOfRange(nameof(options.Delay), options.Delay, $"from zero to {LongestDelay.TotalDays:0} days");
        if (options.TimeToLive is { } life && (life <= TimeSpan.Zero || life > LongestDelay)) throw OutOfRange(nameof(options.TimeToLive), life, $"more than zero and at most {LongestDelay.TotalDays:0} days");
        if (!Enum.IsDefined(options.Priority)) throw OutOfRange(nameof(options.Priority), options.Priority, "Normal, High or Low");
        if (options.DeduplicationWindow < TimeSpan.FromSeconds(1) || options.DeduplicationWindow > LongestWindow)
            throw OutOfRange(nameof(options.DeduplicationWindow), options.DeduplicationWindow, $"from a second to {LongestWindow.TotalDays:0} days");
        CheckKey(nameof(options.DeduplicationKey), options.DeduplicationKey);
        CheckKey(nameof(options.GroupKey), options.GroupKey);
        if (_groupKey is null && options.GroupKey is not null)
            throw new ArgumentException($"Queue '{_contract.Name}' keeps no order, so that a message has no group: set GroupKey on the [Queue] of {typeof(T).Name}.");
        if (_groupKey is not null && (options.Delay > TimeSpan.Zero || options.Priority != MessagePriority.Normal))
            throw new ArgumentException($"Queue '{_contract.Name}' keeps the order of its groups, which a delay or a priority would break: send without, or to a queue without GroupKey.");
    }

    private static void CheckKey(string name, string? key)
    {
        if (key is not (null or { Length: > 0 and <= LongestKey }))
            throw new ArgumentException($"{name} has {key.Length} characters; it has from 1 to {LongestKey}.");
    }

    private static ArgumentOutOfRangeException OutOfRange(string name, object value, string range) => new(name, value, $"{name} is {range}.");

    private static IReadOnlyDictionary<string, string>? Headers(SendOptions options)
    {
        if (Activity.Current?.Id is not { } trace) return options.Headers;
        return new Dictionary<string, string>(options.Headers ?? new Dictionary<string, string>(), StringComparer.Ordinal) { [Message.TraceParent] = trace };
    }
}
