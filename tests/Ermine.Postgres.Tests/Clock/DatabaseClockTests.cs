using Ermine.Postgres.Tests.Databases;

namespace Ermine.Postgres.Tests.Clock;

public sealed class DatabaseClockTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.MigratedAsync();

    [Fact]
    public async Task Advancing_moves_the_database_and_the_code_and_adds_up()
    {
        await using var node = await TestNode.StartAsync(_database.ConnectionString);
        var before = node.Clock.GetUtcNow();

        await node.Clock.AdvanceAsync(TimeSpan.FromDays(2), CancellationToken.None);
        await node.Clock.AdvanceAsync(TimeSpan.FromDays(1), CancellationToken.None);

        var database = new DateTimeOffset(await _database.AskAsync<DateTime>("select ermine.now()"));
        Assert.InRange(database - before, TimeSpan.FromDays(3), TimeSpan.FromDays(3) + TimeSpan.FromMinutes(1));
        Assert.InRange(node.Clock.GetUtcNow() - database, TimeSpan.FromMinutes(-1), TimeSpan.FromMinutes(1));
        Assert.Equal("DatabaseClock", node.Services.GetService(typeof(TimeProvider))!.GetType().Name);
    }

    [Fact]
    public async Task Many_advances_at_once_all_count()
    {
        await using var node = await TestNode.StartAsync(_database.ConnectionString);
        await using var other = await TestNode.StartAsync(_database.ConnectionString);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => (i % 2 == 0 ? node : other).Clock.AdvanceAsync(TimeSpan.FromHours(1), CancellationToken.None)));

        var offset = await _database.AskAsync<TimeSpan>("select ermine.now() - clock_timestamp()");
        Assert.InRange(offset, TimeSpan.FromHours(8) - TimeSpan.FromMinutes(1), TimeSpan.FromHours(8));
    }

    [Fact]
    public async Task A_node_that_starts_later_has_the_advanced_time()
    {
        await using (var node = await TestNode.StartAsync(_database.ConnectionString)) await node.Clock.AdvanceAsync(TimeSpan.FromDays(1), CancellationToken.None);

        await using var later = await TestNode.StartAsync(_database.ConnectionString);

        Assert.InRange(later.Clock.GetUtcNow() - DateTimeOffset.UtcNow, TimeSpan.FromDays(1) - TimeSpan.FromMinutes(1), TimeSpan.FromDays(1) + TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task The_clock_is_not_advanced_in_production()
    {
        await (await TestNode.StartAsync(_database.ConnectionString)).DisposeAsync();
        await using var node = await TestNode.StartAsync(TestNode.Builder(_database.ConnectionString, "Production"));

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => node.Clock.AdvanceAsync(TimeSpan.FromSeconds(1), CancellationToken.None));

        Assert.Contains("Production", refused.Message, StringComparison.Ordinal);
        Assert.InRange(await _database.AskAsync<TimeSpan>("select ermine.now() - clock_timestamp()"), TimeSpan.FromSeconds(-1), TimeSpan.Zero);
    }

    [Fact]
    public async Task The_clock_does_not_go_back()
    {
        await using var node = await TestNode.StartAsync(_database.ConnectionString);

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => node.Clock.AdvanceAsync(TimeSpan.FromSeconds(-1), CancellationToken.None));
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();
}
