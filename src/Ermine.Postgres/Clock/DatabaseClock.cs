using System.Globalization;
using Ermine.Postgres.Statements;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Ermine.Postgres.Clock;

/// <summary>The app's <see cref="TimeProvider"/>: the database's time, so that code and SQL agree. Timers and timestamps stay real.</summary>
/// <remarks>Reading it asks nobody: it is this machine's time and an offset, which is measured at start, each minute, and after an advance.</remarks>
internal sealed class DatabaseClock(IHostEnvironment environment) : TimeProvider
{
    private static readonly TimeSpan Each = TimeSpan.FromMinutes(1);

    private long _offsetTicks;
    private NpgsqlDataSource? _source;

    /// <summary>Raised when this process has advanced the clock: whatever waits for a time may be due.</summary>
    public event Action? Advanced;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + TimeSpan.FromTicks(Volatile.Read(ref _offsetTicks));

    /// <summary>Measures how far the database's clock is from this machine's, to half a round trip.</summary>
    public async Task SynchroniseAsync(NpgsqlDataSource source, CancellationToken ct)
    {
        _source = source;
        await using var command = source.CreateCommand(Statement.In("Clock/now.sql").Text);
        var before = base.GetUtcNow();
        var now = (DateTime)(await command.ExecuteScalarAsync(ct))!;
        var passed = base.GetUtcNow() - before;
        Volatile.Write(ref _offsetTicks, (now - (before + passed / 2).UtcDateTime).Ticks);
    }

    /// <summary>Measures again each minute, since this machine's clock and the database's drift apart.</summary>
    public async Task KeepAsync(ILogger log, CancellationToken ct)
    {
        using var timer = new PeriodicTimer(Each);
        while (await NextAsync(timer, ct))
        {
            try
            {
                await SynchroniseAsync(_source!, ct);
            }
            catch (Exception e) when (!ct.IsCancellationRequested)
            {
                ClockLog.NotMeasured(log, e); // the last measure serves until the next succeeds
            }
        }
    }

    /// <summary>Moves the database's clock forward, for all who use the database, and wakes whoever waits in this process.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Time does not go back.</exception>
    /// <exception cref="InvalidOperationException">The app has not started, or runs in production.</exception>
    internal async Task AdvanceAsync(TimeSpan by, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        if (!environment.IsDevelopment() && !environment.IsEnvironment("Testing"))
            throw new InvalidOperationException($"The clock is advanced in the environments Development and Testing only; this is {environment.EnvironmentName}.");
        var source = _source ?? throw new InvalidOperationException("The clock can be advanced once the app has started.");

        await using (var connection = await source.OpenConnectionAsync(ct))
        await using (var transaction = await connection.BeginTransactionAsync(ct))
        {
            await ScalarAsync(connection, Statement.In("Clock/lock.sql").Text, ct);
            var offset = (long)(await ScalarAsync(connection, Statement.In("Clock/offset.sql").Text, ct))! + by.Ticks / TimeSpan.TicksPerMicrosecond;
            await ScalarAsync(connection, WithOffset(offset), ct);
            await transaction.CommitAsync(ct);
        }

        await SynchroniseAsync(source, ct);
        Advanced?.Invoke();
    }

    private static async ValueTask<bool> NextAsync(PeriodicTimer timer, CancellationToken ct)
    {
        try
        {
            return await timer.WaitForNextTickAsync(ct);
        }
        catch (OperationCanceledException)
        {
            return false; // the app has stopped
        }
    }

    private static string WithOffset(long microseconds) =>
        Statement.In("Clock/set_offset.sql").Text.Replace("'0 microseconds'", $"'{microseconds.ToString(CultureInfo.InvariantCulture)} microseconds'", StringComparison.Ordinal);

    private static async Task<object?> ScalarAsync(NpgsqlConnection connection, string statement, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(statement, connection);
        return await command.ExecuteScalarAsync(ct);
    }
}
