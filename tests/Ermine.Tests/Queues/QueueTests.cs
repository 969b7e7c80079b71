using System.Diagnostics;
using Ermine.Kernel;
using Ermine.Tests.Doubles;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Ermine.Tests.Queues;

public sealed class QueueTests : IAsyncDisposable
{
    private readonly ScriptedStore _store = new();
    private readonly RecordedCommit _commits = new();
    private readonly FunctionCatalog _catalog = new();
    private readonly IHost _host;

    public QueueTests()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        _catalog.Add("voting.tally", new FunctionAttribute(), new QueueTriggerAttribute("ballots"), null, InputShape.Message, (_, _) => new(Outcome.Completed));
        KernelProvider.AddTo(builder, _catalog);
        QueueProvider.AddTo(builder, _catalog);
        builder.Services.AddSingleton<IWorkStore>(_store).AddSingleton<ICommitFactory>(_commits);
        _host = builder.Build();
    }

    [Fact]
    public async Task A_send_outside_of_any_run_is_durable_at_once()
    {
        await _host.Services.GetRequiredService<IQueues>().For<Vote>().SendAsync(new Vote(1), new() { Delay = TimeSpan.FromSeconds(3) });

        var sent = Assert.Single(_store.Sent);
        Assert.Equal(("votes", TimeSpan.FromSeconds(3), """{"choice":1}"""), (sent.Queue, sent.Delay, System.Text.Encoding.UTF8.GetString(sent.Payload.Span)));
    }

    [Fact]
    public async Task A_send_from_a_scope_that_belongs_to_no_run_is_durable_at_once()
    {
        await using var scope = _host.Services.CreateAsyncScope();

        await scope.ServiceProvider.GetRequiredService<IQueue<Vote>>().SendAsync(new Vote(1));

        Assert.Single(_store.Sent);
    }

    [Fact]
    public async Task A_send_within_a_run_waits_for_its_commit()
    {
        await using var invocation = Run();

        await invocation.Services.GetRequiredService<IQueue<Vote>>().SendAsync(new Vote(1));
        var before = _commits.Sent.Count;
        await invocation.Commit.CommitAsync(null, default);

        Assert.Empty(_store.Sent);
        Assert.Equal((0, 1), (before, _commits.Sent.Count));
    }

    [Fact]
    public async Task A_send_within_a_run_that_has_ended_throws_and_sends_nothing()
    {
        var invocation = Run();
        var queue = invocation.Services.GetRequiredService<IQueue<Vote>>();
        await invocation.DisposeAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => queue.SendAsync(new Vote(1)));

        Assert.Empty(_store.Sent);
        Assert.Equal(0, _commits.Open);
    }

    [Fact]
    public async Task A_message_carries_the_trace_that_it_was_sent_in()
    {
        using var activity = new Activity("test").SetIdFormat(ActivityIdFormat.W3C).Start();

        await _host.Services.GetRequiredService<IQueues>().For<Vote>().SendAsync(new Vote(1));

        Assert.Equal(activity.Id, Assert.Single(_store.Sent).Headers![Message.TraceParent]);
    }

    [Fact]
    public async Task Several_messages_are_one_send()
    {
        await _host.Services.GetRequiredService<IQueues>().For<Vote>().SendManyAsync([new Vote(1), new Vote(2)]);

        Assert.Equal(2, _store.Sent.Count);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(366)]
    public async Task A_delay_below_nothing_or_over_a_year_is_refused(int days) => await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
        () => _host.Services.GetRequiredService<IQueues>().For<Vote>().SendAsync(new Vote(1), new() { Delay = TimeSpan.FromDays(days) }));

    [Fact]
    public async Task A_type_that_names_no_queue_cannot_be_sent() => Assert.Contains("[Queue(", (await Assert.ThrowsAsync<InvalidOperationException>(
        () => _host.Services.GetRequiredService<IQueues>().For<int>().SendAsync(1))).Message);

    [Fact]
    public void A_queue_that_only_a_trigger_names_is_among_the_contracts() => Assert.Contains(_catalog.Contracts, c => c is QueueAttribute { Name: "ballots" });

    public async ValueTask DisposeAsync()
    {
        if (_host is IAsyncDisposable host) await host.DisposeAsync();
    }

    private TestInvocation Run() => new(new TestKernel().Add((_, _) => new(Outcome.Completed)), services: _host.Services);

    [Queue("votes")]
    private sealed record Vote(int Choice);
}
