using System.Collections.Concurrent;
using Ermine.Functions;
using Ermine.Kernel;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace Ermine.Postgres.Tests.Runs;

/// <summary>Two nodes with functions that succeed and fail in all ways, for all tests of a class; what one test counts, no other may ask for.</summary>
public sealed class RunFunctions : IAsyncLifetime
{
    internal RunNodes Nodes { get; private set; } = null!;

    /// <summary>The numbers with which <c>math.keyed</c> was run.</summary>
    internal ConcurrentQueue<int> Seen { get; } = [];

    /// <summary>Is let go of when <c>math.store</c> has stored, and waits.</summary>
    internal SemaphoreSlim Began { get; } = new(0);

    /// <summary>What <c>math.store</c> waits for.</summary>
    internal TaskCompletionSource Gate { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public async Task InitializeAsync() => Nodes = await RunNodes.StartAsync(catalog =>
    {
        Add(catalog, "math.double", invocation => Return(invocation, 2 * Number(invocation)));
        Add(catalog, "math.listed", invocation => Return(invocation, 2 * Number(invocation)));
        Add(catalog, "math.fail", _ => throw new InvalidOperationException("no luck"), new FunctionAttribute { MaxAttempts = 1 });
        Add(catalog, "math.twice", invocation => invocation.Attempt == 1 ? throw new InvalidOperationException("not yet") : Return(invocation, invocation.Attempt), new FunctionAttribute { BackoffSeconds = 0.01 });
        Add(catalog, "math.circle", invocation => Return(invocation, new Circle()));
        Add(catalog, "math.none", _ => Outcome.Completed);
        Add(catalog, "math.pass-on", invocation =>
        {
            var next = invocation.Services.GetRequiredService<IRuns>().StartAsync("math.double", "{\"number\":21}"u8.ToArray()).Result;
            return Return(invocation, next);
        });
        catalog.Add("math.store", new FunctionAttribute(), new OnDemandAttribute { LeaseSeconds = 1 }, null, InputShape.Arguments, async (invocation, ct) =>
        {
            invocation.Services.GetRequiredService<IDocumentSession>().Insert(new Effect { Id = Arguments.Of(invocation).Get<Guid>("effect", 0) });
            Began.Release();
            await Gate.Task.WaitAsync(ct);
            return Return(invocation, "stored");
        });
        catalog.Add("math.keyed", new FunctionAttribute(), new OnDemandAttribute { ConcurrencyKey = "account" }, null, InputShape.Arguments, invocation =>
        {
            Seen.Enqueue(Number(invocation));
            return Outcome.Completed;
        });
    });

    public async Task DisposeAsync()
    {
        Gate.TrySetResult();
        await Nodes.DisposeAsync();
    }

    private static void Add(FunctionCatalog catalog, string id, SynchronousHandler handler, FunctionAttribute? function = null) =>
        catalog.Add(id, function ?? new FunctionAttribute(), new OnDemandAttribute(), null, InputShape.Arguments, handler);

    private static int Number(Invocation invocation) => Arguments.Of(invocation).Get<int>("number", 0) is var number && Arguments.Of(invocation).AreBad
        ? throw new PayloadException(Arguments.Of(invocation).Reject().Reason!)
        : number;

    private static Outcome Return<T>(Invocation invocation, T result)
    {
        Arguments.Of(invocation).Return(result);
        return Outcome.Completed;
    }

    public sealed class Circle
    {
        public Circle Self => this;
    }
}
