using System.Diagnostics;
using System.Diagnostics.Metrics;
using Ermine.Kernel;

namespace Ermine.Middleware;

/// <summary>Measures every run on the meter <c>Ermine</c>, as long as somebody listens; else it costs nothing.</summary>
/// <remarks>The wall time is exact. Processor time and allocations are estimates, see <see cref="RunMeter"/>.</remarks>
public sealed class MeasuringMiddleware : IFunctionMiddleware
{
    private static readonly Meter Meter = new("Ermine");
    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>("ermine.function.duration", "s", "Time from the beginning of a run to its outcome, before it is committed");
    private static readonly Histogram<double> Cpu = Meter.CreateHistogram<double>("ermine.function.cpu.estimate", "s", "Time that a run held threads: an estimate of its processor time, blocking calls included");
    private static readonly Histogram<long> Allocated = Meter.CreateHistogram<long>("ermine.function.allocated.estimate", "By", "Bytes that threads allocated while a run held them: an estimate");

    /// <inheritdoc/>
    public int Order => 90;

    /// <inheritdoc/>
    public FunctionHandler Wrap(FunctionDescriptor function, FunctionHandler next) =>
        (invocation, ct) => Duration.Enabled || Cpu.Enabled || Allocated.Enabled ? MeasureAsync(invocation, next, ct) : next(invocation, ct);

    private static async ValueTask<Outcome> MeasureAsync(Invocation invocation, FunctionHandler next, CancellationToken ct)
    {
        var started = Stopwatch.GetTimestamp();
        var meter = Cpu.Enabled || Allocated.Enabled ? RunMeter.Begin() : null;
        Outcome? outcome = null;
        try
        {
            return outcome = await next(invocation, ct);
        }
        finally
        {
            meter?.End();
            var tags = new TagList { { "faas.name", invocation.Function.Id }, { "ermine.outcome", (outcome?.Kind ?? OutcomeKind.Abandoned).ToString() } };
            Duration.Record(Stopwatch.GetElapsedTime(started).TotalSeconds, tags);
            if (meter is not null)
            {
                Cpu.Record(meter.OnThreads.TotalSeconds, tags);
                Allocated.Record(meter.Bytes, tags);
            }
        }
    }
}
