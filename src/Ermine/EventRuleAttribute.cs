using System.ComponentModel;

namespace Ermine;

/// <summary>Runs the function for each event that a pattern matches. The pattern's language is that of EventBridge: docs/events.md has all of it.</summary>
/// <param name="pattern">Which events: <c>{ "source": ["shop"], "detail": { "total": [{ "numeric": [">", 100] }] } }</c>. Null for a function whose
/// rules the app makes itself, through <c>IEventSubscriptions</c>.</param>
/// <remarks>The function takes the detail, as a type that has <see cref="EventAttribute"/>, or the whole event, as an <see cref="EventEnvelope{T}"/>; or batches of
/// either. Each event that matches is a durable message on a queue of the function's own, so that lease, attempts, dead letters, pausing and the one commit
/// are as for any other, and a slow function holds back no other.</remarks>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
[TriggerShape(InputShape.Message)]
public class EventRuleAttribute(string? pattern = null) : TriggerAttribute
{
    /// <summary>Which events; null where the app makes the function's rules itself.</summary>
    public string? Pattern { get; } = pattern;

    /// <summary>The bus whose events they are. Default: <c>default</c>.</summary>
    [DefaultValue("default")] public string Bus { get; init; } = "default";

    /// <summary>The part of the event that the function is handed, by its names joined with dots, such as <c>detail.order</c>. Default: <c>detail</c> where
    /// the payload type has <see cref="EventAttribute"/>, else the whole event.</summary>
    public string? Input { get; init; }

    /// <summary>What the function is handed, as JSON with parts of the event in it: <c>{ "to": "&lt;detail.email&gt;", "sum": &lt;detail.total&gt; }</c>. A path stands for
    /// the value there, or within a string for its text; where the event has none, for null or no text. Not together with <see cref="Input"/>. Default: none.</summary>
    public string? Template { get; init; }

    /// <summary>The part of the event by whose value events form groups, such as <c>detail.customerId</c>: those of a group are handled one at a time, in the order in
    /// which they were published, over any number of nodes. Default: none, and no order.</summary>
    public string? GroupKey { get; init; }

    /// <summary>Events one run is handed at most. Only a batch function may have more than one.</summary>
    [Limit(1, 10_000), DefaultValue(100)] public int BatchSize { get; init; } = 100;

    /// <summary>Milliseconds that a batch which is not full waits for more events. Default: 0, it does not wait.</summary>
    [Limit(0, 300_000), DefaultValue(0)] public int BatchWindowMilliseconds { get; init; }

    /// <summary>Seconds a claimed event stays invisible to others. A run that outlives its lease is fenced and repeated.</summary>
    [Limit(1, 43_200), DefaultValue(60)] public int LeaseSeconds { get; init; } = 60;

    /// <summary>Events that all nodes together hand to the function at most, such as <c>1000/s</c>, <c>30/m</c> or <c>500/h</c>. Default: no limit.</summary>
    public string? MaxRate { get; init; }
}
