using System.ComponentModel;

namespace Ermine;

/// <summary>Runs the function when somebody calls it: code through its generated client, <c>functions.SummariseAsync(pollId)</c>, or
/// <c>POST /_ermine/functions/{id}</c> with a JSON object of its arguments.</summary>
/// <remarks>A function without any trigger is on demand without saying so. Written out, it sets what follows, or stands beside other triggers.
/// A call is made once: whoever called learns of a failure, and decides.</remarks>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
[TriggerShape(InputShape.Arguments)]
public sealed class OnDemandAttribute : TriggerAttribute
{
    /// <summary>Bytes that the arguments of a call over HTTP may have. Default: 1 MiB; more are answered with 413.</summary>
    [Limit(2, 1_073_741_824), DefaultValue(1_048_576)] public int MaxBodyBytes { get; init; } = 1_048_576;
}
