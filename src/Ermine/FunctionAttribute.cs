using System.ComponentModel;

namespace Ermine;

/// <summary>Marks a method as a function: something the host runs when one of its triggers says so.</summary>
/// <remarks>The method may be static or an instance method of a class with one public constructor, whose parameters are services.</remarks>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class FunctionAttribute : Attribute
{
    /// <summary>The function's persistent name. Default: <c>class.method</c> in kebab case, without the suffix Async.</summary>
    public string? Id { get; init; }

    /// <summary>Seconds one attempt may take before its cancellation token is cancelled and the attempt counts as failed.</summary>
    [Limit(1, 43_200), DefaultValue(30)] public int TimeoutSeconds { get; init; } = 30;

    /// <summary>Attempts a message gets before it goes to the dead letters. Requests over HTTP are never repeated.</summary>
    [Limit(1, 100), DefaultValue(5)] public int MaxAttempts { get; init; } = 5;

    /// <summary>Seconds before the second attempt, doubled with each further one; the wait is a random part of that (full jitter).</summary>
    [Limit(0.01, 43_200), DefaultValue(1.0)] public double BackoffSeconds { get; init; } = 1;

    /// <summary>Seconds that the wait before an attempt has at most.</summary>
    [Limit(0.01, 604_800), DefaultValue(300.0)] public double MaxBackoffSeconds { get; init; } = 300;

    /// <summary>Runs of this function at a time on one node, over all its triggers; 0 means twice the cores for messages, and no limit for HTTP.</summary>
    [Limit(0, 10_000), DefaultValue(0)] public int MaxConcurrency { get; init; }
}
