using Ermine.Kernel;
using Ermine.Tests.Doubles;
using Microsoft.Extensions.DependencyInjection;

namespace Ermine.Tests.Functions;

/// <summary>Calls from code.</summary>
public sealed class FunctionsTests : IAsyncDisposable
{
    private readonly TestKernel _kernel = new();
    private readonly RecordedCommit _commits = new();
    private ServiceProvider? _services;

    [Fact]
    public async Task A_call_hands_over_values_as_they_are_and_answers_with_the_very_result()
    {
        var (given, returned) = (new List<int>(), new object());
        Add((invocation, _) =>
        {
            var arguments = Arguments.Of(invocation);
            Assert.Same(given, arguments.Get<List<int>>("list", 0));
            arguments.Return(returned);
            return new(Outcome.Completed);
        });

        Assert.Same(returned, await Open().CallAsync<object>("test.run", [given], default));
    }

    [Fact]
    public async Task What_the_function_throws_reaches_its_caller_and_is_thrown_once()
    {
        var thrown = new InvalidOperationException("no");
        var runs = 0;
        Add((_, _) =>
        {
            runs++;
            throw thrown;
        });

        Assert.Same(thrown, await Assert.ThrowsAsync<InvalidOperationException>(() => Open().CallAsync("test.run", [], default)));
        Assert.Equal((1, 0), (runs, _commits.Committed.Count));
    }

    [Fact]
    public async Task What_the_function_sends_is_committed_before_its_result_is_handed_over()
    {
        Add(SendAsync);

        await Open().CallAsync("test.run", [], default);

        Assert.Equal((1, 1, 0), (_commits.Committed.Count, _commits.Sent.Count, _commits.Open));
    }

    [Fact]
    public async Task A_commit_that_fails_reaches_the_caller()
    {
        Add(SendAsync);
        _commits.Fails = new CommitException(CommitFailure.Conflict, "no");

        var failure = await Assert.ThrowsAsync<CommitException>(() => Open().CallAsync("test.run", [], default));

        Assert.Equal(CommitFailure.Conflict, failure.Failure);
    }

    [Fact]
    public async Task A_call_within_a_run_has_a_scope_of_its_own()
    {
        IServiceProvider? inner = null;
        Add((invocation, _) =>
        {
            inner = invocation.Services;
            return new(Outcome.Completed);
        });
        Add(async (invocation, ct) =>
        {
            await invocation.Services.GetRequiredService<IFunctions>().CallAsync("test.run", [], ct);
            Assert.NotSame(invocation.Services, inner);
            Assert.Same(invocation, invocation.Services.GetRequiredService<InvocationScope>().Current);
            return Outcome.Completed;
        }, id: "test.outer");

        await Open().CallAsync("test.outer", [], default);
    }

    [Fact]
    public async Task A_failure_without_an_exception_says_its_reason()
    {
        Add((_, _) => new(Outcome.Rejected("there is no such poll")));

        var failure = await Assert.ThrowsAsync<CallFailedException>(() => Open().CallAsync("test.run", [], default));

        Assert.Equal("test.run failed: there is no such poll", failure.Message);
    }

    [Fact]
    public async Task A_call_that_is_cancelled_says_so()
    {
        using var cancelled = new CancellationTokenSource();
        var gate = new Gate();
        Add(async (_, ct) =>
        {
            await gate.PassAsync(ct);
            return Outcome.Completed;
        });

        var call = Open().CallAsync("test.run", [], cancelled.Token);
        await gate.ArrivedAsync();
        await cancelled.CancelAsync();

        await Assert.ThrowsAsync<OperationCanceledException>(() => call);
    }

    [Fact]
    public async Task Null_where_none_is_allowed_is_refused()
    {
        Add((invocation, _) =>
        {
            var arguments = Arguments.Of(invocation);
            arguments.Get<string>("name", 0);
            return new(arguments.AreBad ? arguments.Reject() : Outcome.Rejected("it was let through"));
        });

        Assert.Contains("name", (await Assert.ThrowsAsync<ArgumentException>(() => Open().CallAsync("test.run", [null], default))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_function_that_is_not_there_is_named()
    {
        Add((_, _) => new(Outcome.Completed));

        Assert.Contains("'test.other'", (await Assert.ThrowsAsync<ArgumentException>(() => Open().CallAsync("test.other", [], default))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sequence_is_read_item_by_item_within_one_scope()
    {
        IServiceProvider? services = null;
        var disposed = new Disposed();
        Add(async (invocation, ct) =>
        {
            services = invocation.Services;
            await Arguments.Of(invocation).ReturnAsync(Items(), ct);
            return Outcome.Completed;

            async IAsyncEnumerable<int> Items()
            {
                Assert.False(services.GetRequiredService<Disposed>().Is);
                yield return 1;
                await Task.Yield();
                Assert.False(services.GetRequiredService<Disposed>().Is);
                yield return 2;
            }
        });

        Assert.Equal([1, 2], await Open(s => s.AddScoped(_ => disposed)).StreamAsync<int>("test.run", [], default).ToListAsync());
        Assert.True(disposed.Is);
    }

    [Fact]
    public async Task A_sequence_that_is_left_ends_its_function_and_records_nothing()
    {
        var ended = false;
        Add(async (invocation, ct) =>
        {
            invocation.Commit.Send(new OutgoingMessage("votes", "1"u8.ToArray()));
            await Arguments.Of(invocation).ReturnAsync(Items(), ct);
            return Outcome.Completed;

            async IAsyncEnumerable<int> Items()
            {
                try
                {
                    for (var i = 0; ; i++) yield return i;
                }
                finally
                {
                    await Task.Yield();
                    ended = true;
                }
            }
        });

        await foreach (var item in Open().StreamAsync<int>("test.run", [], default))
        {
            if (item == 3) break;
        }

        Assert.Equal((true, 0), (ended, _commits.Committed.Count));
    }

    [Fact]
    public async Task A_sequence_that_fails_gives_its_items_and_then_its_exception()
    {
        Add(async (invocation, ct) =>
        {
            await Arguments.Of(invocation).ReturnAsync(Items(), ct);
            return Outcome.Completed;

            static async IAsyncEnumerable<int> Items()
            {
                yield return 1;
                await Task.Yield();
                throw new InvalidOperationException("no more");
            }
        });
        var read = new List<int>();

        await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            await foreach (var item in Open().StreamAsync<int>("test.run", [], default)) read.Add(item);
        });

        Assert.Equal([1], read);
    }

    public ValueTask DisposeAsync() => _services?.DisposeAsync() ?? default;

    private static ValueTask<Outcome> SendAsync(Invocation invocation, CancellationToken ct)
    {
        invocation.Commit.Send(new OutgoingMessage("votes", "1"u8.ToArray()));
        return new(Outcome.Completed);
    }

    private void Add(FunctionHandler handler, string id = "test.run") =>
        _kernel.Catalog.Add(id, new FunctionAttribute(), new OnDemandAttribute(), null, InputShape.Arguments, handler);

    private IFunctions Open(Action<IServiceCollection>? configure = null)
    {
        var services = new ServiceCollection().AddSingleton(_kernel.Catalog).AddSingleton(_kernel.Open()).AddSingleton<ICommitFactory>(_commits).AddScoped<InvocationScope>()
            .AddSingleton(new PayloadSerializer(new PayloadOptions().Json))
            .AddSingleton<CallTargets>().AddSingleton<FunctionCalls>().AddScoped<IFunctions, Ermine.Functions.Functions>();
        configure?.Invoke(services);
        _services = services.BuildServiceProvider();
        return _services.CreateScope().ServiceProvider.GetRequiredService<IFunctions>();
    }

    private sealed class Disposed : IDisposable
    {
        public bool Is { get; private set; }

        public void Dispose() => Is = true;
    }
}
