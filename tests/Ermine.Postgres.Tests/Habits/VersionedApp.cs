using Ermine.Http;
using Ermine.Kernel;
using Ermine.Postgres.Tests.Databases;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Ermine.Postgres.Tests.Habits;

/// <summary>One app with functions that have [ETag] for all tests of a class.</summary>
public sealed class VersionedApp : IAsyncLifetime
{
    private static readonly Guid Id = Guid.Parse("7d1f5b9e-3a52-4c29-a8e7-2f8c58c0a001");

    private TestDatabase _database = null!;
    private int _waiting;
    private TaskCompletionSource _all = null!;

    internal HabitApp App { get; private set; } = null!;

    /// <summary>How many requests wait for each other before they write; 0 for none.</summary>
    internal int Together { get; set; }

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.MigratedAsync();
        App = await HabitApp.StartAsync(_database.ConnectionString, Declare);
        await StoreAsync(); // makes the tables
    }

    public async Task DisposeAsync()
    {
        await App.DisposeAsync();
        await _database.DisposeAsync();
    }

    /// <summary>Begins with a document of either kind and no other, for the next test.</summary>
    internal async Task BeginAsync()
    {
        (Together, _waiting, _all) = (0, 0, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        await _database.RunAsync("truncate app.mt_doc_product, app.mt_doc_ledger");
        await StoreAsync();
    }

    private async Task StoreAsync()
    {
        await using var session = App.Services.GetRequiredService<IDocumentStore>().LightweightSession();
        session.Store(new Product { Id = Id, Name = "tea" });
        session.Store(new Ledger { Id = "main", Name = "first" });
        await session.SaveChangesAsync();
    }

    private void Declare(FunctionCatalog catalog)
    {
        Add(catalog, "GET /products", new ETagAttribute(), async (http, ct) => http.RespondJson(await Session(http).LoadAsync<Product>(Id, ct)));
        Add(catalog, "PUT /products", new ETagAttribute { Required = true }, async (http, ct) => http.Respond(TypedResults.Ok(await RenamedAsync(http, ct))));
        Add(catalog, "DELETE /products", new ETagAttribute(typeof(Product)), async (http, ct) => Session(http).Delete(await LoadedAsync<Product>(http, Id, ct)));
        Add(catalog, "GET /ledgers", new ETagAttribute(), async (http, ct) => http.RespondJson(await Session(http).LoadAsync<Ledger>("main", ct)));
        Add(catalog, "PUT /ledgers", new ETagAttribute(), async (http, ct) =>
        {
            var ledger = await LoadedAsync<Ledger>(http, "main", ct);
            ledger.Name = $"{Guid.NewGuid()}";
            Session(http).Store(ledger);
            http.RespondJson(ledger);
        });
        Add(catalog, "PUT /made", new ETagAttribute(), async (http, ct) =>
        {
            await LoadedAsync<Ledger>(http, "made", ct);
            http.RespondJson(Stored(http, new Ledger { Id = "made", Name = "new" }));
        });
        Add(catalog, "PUT /made-unread", new ETagAttribute(typeof(Ledger)), async (http, ct) =>
        {
            Stored(http, new Ledger { Id = "unread", Name = "new" });
            await TogetherAsync(ct);
        });
        Add(catalog, "PUT /nothing", new ETagAttribute(), async (http, ct) => http.RespondJson(await Session(http).LoadAsync<Product>(Guid.NewGuid(), ct)));
    }

    private async Task<Product> RenamedAsync(HttpInvocation http, CancellationToken ct)
    {
        var product = await LoadedAsync<Product>(http, Id, ct);
        product.Name = $"{Guid.NewGuid()}";
        Session(http).Store(product);
        return product;
    }

    private async Task<T> LoadedAsync<T>(HttpInvocation http, object id, CancellationToken ct) where T : class
    {
        var document = id is Guid guid ? await Session(http).LoadAsync<T>(guid, ct) : await Session(http).LoadAsync<T>((string)id, ct);
        await TogetherAsync(ct);
        return document!;
    }

    private async Task TogetherAsync(CancellationToken ct)
    {
        if (Together == 0) return;

        if (Interlocked.Increment(ref _waiting) == Together) _all.SetResult();
        await _all.Task.WaitAsync(ct);
    }

    private static Ledger Stored(HttpInvocation http, Ledger ledger)
    {
        Session(http).Store(ledger);
        return ledger;
    }

    private static IDocumentSession Session(HttpInvocation http) => http.Services.GetRequiredService<IDocumentSession>();

    private static void Add(FunctionCatalog catalog, string route, ETagAttribute attribute, Func<HttpInvocation, CancellationToken, Task> run) =>
        catalog.Add(route.Replace(" /", ".", StringComparison.Ordinal).ToLowerInvariant(), new FunctionAttribute(), new RestAttribute(route), null, InputShape.Http, async (invocation, ct) =>
        {
            await run((HttpInvocation)invocation, ct);
            return Outcome.Completed;
        }, attribute);
}
