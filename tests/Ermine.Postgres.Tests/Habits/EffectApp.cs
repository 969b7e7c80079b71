using System.Net.ServerSentEvents;
using Ermine.Http;
using Ermine.Kernel;
using Ermine.Postgres.Tests.Databases;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Ermine.Postgres.Tests.Habits;

/// <summary>One app with functions that have [Idempotent] for all tests of a class, behind a proxy that breaks its connections.</summary>
public sealed class EffectApp : IAsyncLifetime
{
    internal TestDatabase Database { get; private set; } = null!;

    internal Proxy Proxy { get; private set; } = null!;

    internal HabitApp App { get; private set; } = null!;

    /// <summary>What a run waits for, if it shall.</summary>
    internal TaskCompletionSource? Gate { get; set; }

    /// <summary>Is done when a run has begun.</summary>
    internal TaskCompletionSource Entered { get; private set; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Whether runs fail.</summary>
    internal bool Fails { get; set; }

    public async Task InitializeAsync()
    {
        Database = await TestDatabase.MigratedAsync();
        Proxy = await Proxy.ToAsync(Database.ConnectionString);
        App = await HabitApp.StartAsync(Proxy.ConnectionString, Declare);
    }

    public async Task DisposeAsync()
    {
        await App.DisposeAsync();
        await Proxy.DisposeAsync();
        await Database.DisposeAsync();
    }

    /// <summary>Begins with nothing, for the next test.</summary>
    internal async Task ForgetAsync()
    {
        Proxy.Accept();
        (Gate, Entered, Fails) = (null, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), false);
        await Database.RunAsync("truncate ermine.idempotency; truncate app.mt_doc_effect");
    }

    private void Declare(FunctionCatalog catalog)
    {
        catalog.Add("effects.add", new FunctionAttribute(), new RestAttribute("POST /effects"), null, InputShape.Http, AddAsync, new IdempotentAttribute { Required = true, RetentionHours = 2 });
        catalog.Add("others.add", new FunctionAttribute(), new RestAttribute("POST /others"), null, InputShape.Http, AddAsync, new IdempotentAttribute());
        catalog.Add("plain.add", new FunctionAttribute(), new RestAttribute("POST /plain"), null, InputShape.Http, (invocation, _) =>
        {
            ((HttpInvocation)invocation).RespondJson(Guid.NewGuid());
            return new(Outcome.Completed);
        }, new IdempotentAttribute());
        catalog.Add("items.add", new FunctionAttribute(), new RestAttribute("POST /items"), null, InputShape.Http, async (invocation, ct) =>
        {
            await ((HttpInvocation)invocation).RespondItemsAsync(ItemsAsync(1, 2), ct);
            return Outcome.Completed;
        }, new IdempotentAttribute());
        catalog.Add("events.add", new FunctionAttribute(), new RestAttribute("POST /events"), null, InputShape.Http, async (invocation, ct) =>
        {
            await ((HttpInvocation)invocation).RespondItemsAsync(ItemsAsync(new SseItem<string>("a", "tick")), ct);
            return Outcome.Completed;
        }, new IdempotentAttribute());
    }

    private static async IAsyncEnumerable<T> ItemsAsync<T>(params T[] items)
    {
        await Task.Yield();
        foreach (var item in items) yield return item;
    }

    private async ValueTask<Outcome> AddAsync(Invocation invocation, CancellationToken ct)
    {
        var http = (HttpInvocation)invocation;
        var effect = new Effect { Id = Guid.NewGuid() };
        invocation.Services.GetRequiredService<IDocumentSession>().Store(effect);
        var gate = Gate; // that of its own beginning: a test may open the way for the next run as soon as it knows of this one
        Entered.TrySetResult();
        if (gate is not null) await gate.Task.WaitAsync(ct);
        if (Fails) throw new TimeZoneNotFoundException();
        http.Respond(TypedResults.Created($"/effects/{effect.Id}", effect));
        return Outcome.Completed;
    }
}
