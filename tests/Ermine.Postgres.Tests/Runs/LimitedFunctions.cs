using Ermine.Functions;
using Ermine.Kernel;

namespace Ermine.Postgres.Tests.Runs;

/// <summary>Two nodes with functions that limit their runs, for all tests of a class, and what those of the present test have done.</summary>
public sealed class LimitedFunctions : IAsyncLifetime
{
    internal const int AtOnce = 3;

    private readonly Lock _lock = new();
    private readonly List<string> _heard = [];
    private readonly TaskCompletionSource _few = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _many = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _running;
    private int _most;

    internal RunNodes Nodes { get; private set; } = null!;

    /// <summary>How many ran at a time, at most.</summary>
    internal int Most => _most;

    /// <summary>What the functions were told.</summary>
    internal IReadOnlyList<string> Heard
    {
        get
        {
            lock (_lock) return [.. _heard];
        }
    }

    public async Task InitializeAsync() => Nodes = await RunNodes.StartAsync(catalog =>
    {
        catalog.Add("limit.few", new FunctionAttribute(), new OnDemandAttribute { MaxClusterConcurrency = AtOnce }, null, InputShape.Arguments, (_, ct) => CountAsync(_few, AtOnce, ct));
        catalog.Add("limit.many", new FunctionAttribute(), new OnDemandAttribute(), null, InputShape.Arguments, (_, ct) => CountAsync(_many, AtOnce + 1, ct));
        catalog.Add("limit.settle", new FunctionAttribute(), new OnDemandAttribute { DebounceSeconds = 3_600, MaxDebounceSeconds = 7_200 }, null, InputShape.Arguments, Note);
        catalog.Add("limit.key", new FunctionAttribute(), new OnDemandAttribute { DebounceSeconds = 3_600, ConcurrencyKey = "key" }, null, InputShape.Arguments, Note);
        catalog.Add("limit.delay", new FunctionAttribute(), new OnDemandAttribute { ConcurrencyKey = "key" }, null, InputShape.Arguments, Note);
        catalog.Add("limit.first", new FunctionAttribute { MaxAttempts = 1 }, new OnDemandAttribute { OnSuccess = "limit.then", OnFailure = "limit.else" }, null, InputShape.Arguments, First);
        catalog.Add("limit.then", new FunctionAttribute(), new OnDemandAttribute(), null, InputShape.Arguments, invocation => Hear(invocation, Arguments.Of(invocation).Get<string>("anything", 0)));
        catalog.Add("limit.else", new FunctionAttribute(), new OnDemandAttribute(), null, InputShape.Arguments, invocation => Hear(invocation, Arguments.Of(invocation).Get<RunFailure>("failure", 0).Reason));
    });

    public async Task DisposeAsync() => await Nodes.DisposeAsync();

    /// <summary>Begins with nothing, for the next test.</summary>
    internal void Forget()
    {
        lock (_lock)
        {
            _heard.Clear();
            _most = 0;
        }
    }

    /// <summary>What they were told, once it is as much as is expected.</summary>
    internal async Task<IReadOnlyList<string>> HeardAsync(int count)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
            if (Heard is var heard && heard.Count >= count) return heard;
        }
    }

    // The first ones wait for each other, so that they overlap however slow the machine is; the others stay long enough to do so.
    private async ValueTask<Outcome> CountAsync(TaskCompletionSource together, int count, CancellationToken ct)
    {
        lock (_lock)
        {
            _most = Math.Max(_most, ++_running);
            if (_running == count) together.TrySetResult();
        }

        await together.Task.WaitAsync(ct);
        await Task.Delay(5, ct);
        lock (_lock) _running--;
        return Outcome.Completed;
    }

    private Outcome Note(Invocation invocation) => Hear(invocation, Arguments.Of(invocation).Get<string>("text", 0));

    private Outcome Hear(Invocation invocation, string text)
    {
        lock (_lock) _heard.Add(text);
        return Outcome.Completed;
    }

    private static Outcome First(Invocation invocation)
    {
        var text = Arguments.Of(invocation).Get<string>("text", 0);
        if (text == "bad") throw new InvalidOperationException("bad luck");
        Arguments.Of(invocation).Return($"done: {text}");
        return Outcome.Completed;
    }
}
