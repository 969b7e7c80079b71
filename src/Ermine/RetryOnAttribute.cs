using System.ComponentModel;

namespace Ermine;

/// <summary>Says how often, and after what wait, a function is tried again when it throws <typeparamref name="TException"/> or what derives from it.</summary>
/// <remarks>Of several that fit, the one nearest to the exception's own type counts. Without any, the function's own settings do.</remarks>
[AttributeUsage(AttributeTargets.Method, Inherited = false, AllowMultiple = true)]
public sealed class RetryOnAttribute<TException> : ExceptionPolicyAttribute where TException : Exception
{
    /// <summary>Attempts before the message goes to the dead letters. Default: 0, the function's <see cref="FunctionAttribute.MaxAttempts"/>; at most that.</summary>
    [Limit(0, 100), DefaultValue(0)] public int MaxAttempts { get; init; }

    /// <summary>Seconds before the second attempt, doubled with each further one, with full jitter. Default: 0, the function's <see cref="FunctionAttribute.BackoffSeconds"/>.</summary>
    [Limit(0, 43_200), DefaultValue(0.0)] public double BackoffSeconds { get; init; }

    /// <inheritdoc/>
    public override Type Exception => typeof(TException);

    /// <inheritdoc/>
    public override int Attempts => MaxAttempts;

    /// <inheritdoc/>
    public override double Backoff => BackoffSeconds;
}
