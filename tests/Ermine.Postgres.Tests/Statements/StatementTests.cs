using Ermine.Postgres.Statements;
using Npgsql;

namespace Ermine.Postgres.Tests.Statements;

/// <summary>Every statement of the assembly, against a real PostgreSQL with a queue called <c>work</c>, as the files are written.</summary>
public sealed class StatementTests(StatementDatabase database) : IClassFixture<StatementDatabase>
{
    public static TheoryData<string> Files => [.. StatementFiles.Prepared.Select(s => s.File)];

    [Theory, MemberData(nameof(Files))]
    public async Task Every_statement_prepares_and_filters_by_no_clock_that_is_called_for_each_row(string file)
    {
        var statement = Statement.In(file);

        var plan = await Plans.OfAsync(database.Connection, statement.Text, statement.Parameters);

        Assert.Empty(Plans.VolatileFilters(plan));
    }

    [Fact]
    public async Task A_filter_that_calls_the_clock_for_each_row_would_be_seen()
    {
        var plan = await Plans.OfAsync(database.Connection, "select id from ermine.work_ready where leased_until <= ermine.now()", []);

        Assert.NotEmpty(Plans.VolatileFilters(plan));
    }

    [Theory]
    [InlineData("Queues/claim"), InlineData("Queues/acknowledge"), InlineData("Queues/renew"), InlineData("Queues/retry"), InlineData("Queues/dead_letter"), InlineData("Queues/release"), InlineData("Runs/acknowledge"), InlineData("Runs/acknowledge_held")]
    public async Task What_is_done_to_leased_messages_goes_by_the_primary_key_even_while_the_table_is_empty(string name)
    {
        var statement = Statement.In($"{name}.sql");

        var plan = await Plans.OfAsync(database.Connection, statement.Text, statement.Parameters);

        Assert.Contains(plan, line => line.Contains("work_ready_0_pkey", StringComparison.Ordinal));
        Assert.DoesNotContain(plan, line => line.Contains("Seq Scan", StringComparison.Ordinal));
        Assert.DoesNotContain(plan, line => line.Contains("Sort", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Queues/claim"), InlineData("Queues/claim_ordered"), InlineData("Queues/promote"), InlineData("Queues/acknowledge"), InlineData("Queues/acknowledge_held"), InlineData("Queues/renew")]
    [InlineData("Queues/retry"), InlineData("Queues/retry_ordered"), InlineData("Queues/dead_letter"), InlineData("Queues/release"), InlineData("Queues/dead_redrive"), InlineData("Queues/dead_discard"), InlineData("Queues/promote_ordered"), InlineData("Queues/tell")]
    [InlineData("Runs/acknowledge"), InlineData("Runs/acknowledge_held"), InlineData("Runs/count_places"), InlineData("Schedules/fire")]
    public async Task A_plan_that_was_made_for_an_empty_queue_joins_no_row_with_the_whole_of_a_table(string name)
    {
        var statement = Statement.In($"{name}.sql");

        var plan = await Plans.OfAsync(database.ConnectionToEmpty, statement.Text, statement.Parameters);

        Assert.Empty(Plans.Joins(plan));
    }

    [Fact]
    public async Task Such_a_join_would_be_seen()
    {
        var plan = await Plans.OfAsync(database.ConnectionToEmpty, "delete from ermine.work_ready r using unnest($1::bigint[]) as held (id) where r.segment = 0 and r.id = held.id", ["ids"]);

        Assert.NotEmpty(Plans.Joins(plan));
    }

    [Fact]
    public async Task Due_messages_are_found_by_the_index_on_their_time()
    {
        var statement = Statement.In("Queues/promote.sql");

        var plan = await Plans.OfAsync(database.Connection, statement.Text, statement.Parameters);

        Assert.Contains(plan, line => line.Contains("work_later_due_at_idx", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Events/archived", "event_batch_pkey"), InlineData("Events/replay_bounds", "event_batch_bus_published_at_idx"), InlineData("Events/tidy_events", "event_batch_bus_published_at_idx"), InlineData("Events/buses", "event_batch_bus_published_at_idx")]
    [InlineData("Events/move_replay", "event_replay_pkey")]
    public async Task The_archive_is_read_by_the_index_that_a_statement_names(string name, string index)
    {
        var statement = Statement.In($"{name}.sql");

        var plan = await Plans.OfAsync(database.Connection, statement.Text, statement.Parameters);

        Assert.Contains(plan, line => line.Contains(index, StringComparison.Ordinal));
        Assert.DoesNotContain(plan, line => line.Contains("Seq Scan on ermine.event_batch ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_definition_of_the_clock_is_valid()
    {
        await using var transaction = await database.Connection.BeginTransactionAsync();
        await using var define = new NpgsqlCommand(Statement.In(StatementFiles.Definition).Text, database.Connection, transaction);

        await define.ExecuteNonQueryAsync();

        await using var ask = new NpgsqlCommand(Statement.In("Clock/offset.sql").Text, database.Connection, transaction);
        Assert.Equal(0L, await ask.ExecuteScalarAsync());
    }

    [Fact]
    public void Every_statement_says_in_its_header_what_it_does()
    {
        var silent = StatementFiles.Prepared.Where(s => !Statement.Read(s.File).StartsWith("-- ", StringComparison.Ordinal)).Select(s => s.File);

        Assert.Empty(silent);
    }

    [Fact]
    public void Named_parameters_become_numbered_ones_and_comments_stay_behind()
    {
        var statement = Statement.In("Queues/acknowledge.sql");

        Assert.Equal(["segment", "ids", "attempt", "owner"], statement.Parameters);
        Assert.StartsWith("with done as", statement.Text, StringComparison.Ordinal);
        Assert.DoesNotContain('@', statement.Text);
    }

    [Fact]
    public void A_statement_without_one_of_its_values_is_refused()
    {
        var bound = Statement.In("Queues/acknowledge.sql").Bind().With("owner", 1);

        var refused = Assert.Throws<InvalidOperationException>(bound.ToBatchCommand);

        Assert.Contains("segment", refused.Message, StringComparison.Ordinal);
    }
}
