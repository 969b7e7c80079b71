using Ermine.Postgres.Clock;
using Microsoft.Extensions.DependencyInjection;

namespace Ermine.Testing;

/// <summary>The clock of an app under test: the database's. Leases, delays and code all follow it; timers stay real.</summary>
public sealed class TestClock
{
    private readonly IServiceProvider _services;

    internal TestClock(IServiceProvider services) => _services = services;

    /// <summary>The time now.</summary>
    public DateTimeOffset Now => _services.GetRequiredService<TimeProvider>().GetUtcNow();

    /// <summary>Moves the clock forward and wakes whoever waits for a time.</summary>
    public Task AdvanceAsync(TimeSpan by, CancellationToken ct = default) => _services.GetRequiredService<DatabaseClock>().AdvanceAsync(by, ct);
}
