namespace ErmineSchedule;

/// <summary>Does nothing but note when it runs.</summary>
public sealed class Ticking(Firings firings)
{
    [Function, Schedule]
    public void Tick(ScheduledFiring firing) => firings.Add(firing, DateTimeOffset.UtcNow); // this machine's clock is the database's
}
