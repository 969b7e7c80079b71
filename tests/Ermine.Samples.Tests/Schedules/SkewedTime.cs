namespace Ermine.Samples.Tests.Schedules;

/// <summary>The clock of a machine that is wrong.</summary>
internal sealed class SkewedTime(TimeSpan by) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + by;
}
