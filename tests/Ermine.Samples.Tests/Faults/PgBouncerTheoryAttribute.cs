namespace Ermine.Samples.Tests.Faults;

/// <summary>A theory that takes PgBouncer.</summary>
public sealed class PgBouncerTheoryAttribute : TheoryAttribute
{
    public PgBouncerTheoryAttribute()
    {
        if (PgBouncer.Program is null) Skip = "PgBouncer is not installed (apt-get install pgbouncer).";
    }
}
