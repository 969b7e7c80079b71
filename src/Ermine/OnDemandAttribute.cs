using System.ComponentModel;

namespace Ermine;

/// <summary>Runs the function when somebody calls it: code through its generated client, <c>functions.SummariseAsync(pollId)</c>, or
/// <c>POST /_ermine/functions/{id}</c> with a JSON object of its arguments.</summary>
/// <remarks>A function without any trigger is on demand without saying so. Written out, it sets what follows, or stands beside other triggers.
/// A call is made once: whoever called learns of a failure, and decides. A run that is asked for, <c>functions.EnqueueSummariseAsync(pollId)</c> or
/// <c>Prefer: respond-async</c>, is durable and tried again where it fails, as a message of a queue is.</remarks>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
[TriggerShape(InputShape.Arguments)]
public sealed class OnDemandAttribute : TriggerAttribute
{
    /// <summary>Bytes that the arguments of a call over HTTP may have. Default: 1 MiB; more are answered with 413.</summary>
    [Limit(2, 1_073_741_824), DefaultValue(1_048_576)] public int MaxBodyBytes { get; init; } = 1_048_576;

    /// <summary>The parameter by whose value runs that are asked for go one at a time, in their order, over all nodes: a text, a number or a literal.
    /// Default: none, and runs go beside each other.</summary>
    public string? ConcurrencyKey { get; init; }

    /// <summary>Runs that were asked for which all nodes together have under way at a time at most; 0 for no limit.</summary>
    [Limit(0, 10_000), DefaultValue(0)] public int MaxClusterConcurrency { get; init; }

    /// <summary>Runs that were asked for which all nodes together begin at most, such as <c>1000/s</c>, <c>30/m</c> or <c>500/h</c>. Default: no limit.</summary>
    public string? MaxRate { get; init; }

    /// <summary>Seconds that a run which was asked for waits for others like it, whose last takes the place of all: those of the same value of
    /// <see cref="ConcurrencyKey"/>, or of the function where it has none. Default: 0, it does not wait.</summary>
    [Limit(0, 86_400), DefaultValue(0.0)] public double DebounceSeconds { get; init; }

    /// <summary>Seconds that the first of runs which wait for others waits at most. Default: 0, ten times <see cref="DebounceSeconds"/>.</summary>
    [Limit(0, 604_800), DefaultValue(0.0)] public double MaxDebounceSeconds { get; init; }

    /// <summary>The id of a function on demand that is run with the result, as its one argument, when a run that was asked for is done: both are one commit.</summary>
    public string? OnSuccess { get; init; }

    /// <summary>The id of a function on demand that is run with a <c>RunFailure</c>, as its one argument, when a run that was asked for has failed for good.</summary>
    public string? OnFailure { get; init; }

    /// <summary>Seconds that a node has a run to itself; renewed at a third of that while the function runs, which is when it learns that it was cancelled.</summary>
    [Limit(1, 43_200), DefaultValue(60)] public int LeaseSeconds { get; init; } = 60;
}
