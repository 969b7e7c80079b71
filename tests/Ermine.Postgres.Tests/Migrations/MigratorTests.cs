using Ermine.Kernel;
using Ermine.Postgres.Migrations;
using Ermine.Postgres.Tests.Databases;

namespace Ermine.Postgres.Tests.Migrations;

public sealed class MigratorTests : IAsyncLifetime
{
    private static readonly Migration Next = new(Migration.All[^1].Number + 1, "9999_more.sql", "create table ermine.more (id int primary key)");

    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.EmptyAsync();

    [Fact]
    public async Task An_empty_database_gets_every_migration_and_its_queues_once()
    {
        var first = await Migrator(queues: ["votes", "mail-out"]).ApplyAsync(CancellationToken.None);
        var second = await Migrator(queues: ["votes", "mail-out"]).ApplyAsync(CancellationToken.None);

        Assert.Equal(Migration.All.Select(m => m.Name), first);
        Assert.Empty(second);
        Assert.Equal(2L, await _database.AskAsync<long>("select count(*) from ermine.queue"));
        Assert.Equal(0L, await _database.AskAsync<long>("select count(*) from ermine.mail_out_ready"));
    }

    [Fact]
    public async Task Many_that_migrate_at_once_do_it_once()
    {
        var applied = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Migrator(queues: ["votes"]).ApplyAsync(CancellationToken.None))));

        Assert.Equal(Migration.All.Count, applied.Sum(names => names.Count));
        Assert.Equal(Migration.All.Count, await _database.AskAsync<long>("select count(*) from ermine.migration"));
    }

    [Fact]
    public async Task A_later_build_applies_what_is_new()
    {
        await Migrator().ApplyAsync(CancellationToken.None);

        var applied = await Migrator([.. Migration.All, Next]).ApplyAsync(CancellationToken.None);

        Assert.Equal([Next.Name], applied);
    }

    [Fact]
    public async Task Events_that_were_archived_one_by_one_keep_their_order_and_nodes_of_that_build_archive_more()
    {
        const string Insert = "insert into ermine.event (bus, published_at, subscribers, headers, body) values ('b', ermine.now(), $$, 'x')";
        await Migrator([.. Migration.All.Where(m => m.Number < 13)]).ApplyAsync(CancellationToken.None);
        await _database.RunAsync(Insert.Replace("$$", "1, null", StringComparison.Ordinal));
        await _database.RunAsync(Insert.Replace("$$", """2, '{"a": "b"}'""", StringComparison.Ordinal));
        await _database.RunAsync("select ermine.add_replay('r', 's', 'b', null, null, 2, 2)");

        await Migrator().ApplyAsync(CancellationToken.None);
        await _database.RunAsync(Insert.Replace("$$", "3, null", StringComparison.Ordinal));

        Assert.Equal("1000:1:, 2000:2:b, 3000:3:", await _database.AskAsync<string>("select string_agg(concat_ws(':', position, subscribers, coalesce(headers ->> 'a', '')), ', ' order by position) from ermine.event"));
        Assert.Equal("1000-2999", await _database.AskAsync<string>("select done_position || '-' || last_position from ermine.event_replay"));
    }

    [Fact]
    public async Task An_applied_migration_that_was_changed_is_named()
    {
        await Migrator().ApplyAsync(CancellationToken.None);
        Migration[] changed = [Migration.All[0] with { Text = Migration.All[0].Text + "\n" }, .. Migration.All.Skip(1)];

        var refused = await Assert.ThrowsAsync<ErmineStartupException>(() => Migrator(changed).ApplyAsync(CancellationToken.None));

        Assert.Contains("0001_schema.sql", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_schema_newer_than_the_build_is_refused_with_both_versions()
    {
        await Migrator([.. Migration.All, Next]).ApplyAsync(CancellationToken.None);

        var refused = await Assert.ThrowsAsync<ErmineStartupException>(() => Migrator().CheckAsync(CancellationToken.None));

        Assert.Contains(Next.Name, refused.Message, StringComparison.Ordinal);
        Assert.Contains($"versions up to {Migration.All[^1].Number}", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_migration_that_fails_changes_nothing_and_is_named()
    {
        var broken = Next with { Text = "create table ermine.half (id int); select 1 / 0" };

        var refused = await Assert.ThrowsAsync<ErmineStartupException>(() => Migrator([.. Migration.All, broken]).ApplyAsync(CancellationToken.None));

        Assert.Contains(Next.Name, refused.Message, StringComparison.Ordinal);
        Assert.True(await _database.AskAsync<bool>("select to_regclass('ermine.migration') is null"));
    }

    [Fact]
    public async Task A_check_says_what_is_missing_and_which_command_adds_it()
    {
        var empty = await Assert.ThrowsAsync<ErmineStartupException>(() => Migrator().CheckAsync(CancellationToken.None));
        await Migrator(queues: ["votes"]).ApplyAsync(CancellationToken.None);

        var queues = await Assert.ThrowsAsync<ErmineStartupException>(() => Migrator(queues: ["votes", "mail"]).CheckAsync(CancellationToken.None));

        Assert.Contains("version 0", empty.Message, StringComparison.Ordinal);
        Assert.Contains("--Ermine:Migrate=only", empty.Message, StringComparison.Ordinal);
        Assert.Contains("queue(s) mail.", queues.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_check_passes_what_was_applied()
    {
        await Migrator(queues: ["votes"]).ApplyAsync(CancellationToken.None);

        await Migrator(queues: ["votes"]).CheckAsync(CancellationToken.None);
    }

    [Fact]
    public async Task The_script_brings_a_database_to_where_applying_does()
    {
        var migrator = Migrator(queues: ["mail-out", "votes"]);

        await _database.RunAsync(await migrator.ScriptAsync(CancellationToken.None));

        await migrator.CheckAsync(CancellationToken.None);
        Assert.Equal("", await migrator.ScriptAsync(CancellationToken.None));
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    private Migrator Migrator(IReadOnlyList<Migration>? migrations = null, IReadOnlyList<string>? queues = null) =>
        new(_database.Source, migrations ?? Migration.All, queues ?? [], new NoDocuments());
}
