using Ermine.Samples.Tests.Processes;

namespace Ermine.Samples.Tests.Faults;

/// <summary>A theory that is only of use at length.</summary>
public sealed class LongFaultTheoryAttribute : TheoryAttribute
{
    public LongFaultTheoryAttribute()
    {
        if (!FaultSeeds.AreLong) Skip = "It runs where ERMINE_FAULTS is long.";
    }
}
