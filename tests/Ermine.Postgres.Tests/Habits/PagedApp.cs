using Ermine.Http;
using Ermine.Http.Paging;
using Ermine.Kernel;
using Ermine.Postgres.Paging;
using Ermine.Postgres.Tests.Databases;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace Ermine.Postgres.Tests.Habits;

/// <summary>One app with functions that have [Paged] for all tests of a class, over 23 products, some of which have the same sort value.</summary>
public sealed class PagedApp : IAsyncLifetime
{
    internal TestDatabase Database { get; private set; } = null!;

    internal HabitApp App { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Database = await TestDatabase.MigratedAsync();
        App = await HabitApp.StartAsync(Database.ConnectionString, Declare);
        var start = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        await StoreAsync([.. Enumerable.Range(0, 23).Select(i => new Product { Id = Guid.NewGuid(), Name = $"p{i / 4:00}", Price = i % 5, At = start.AddTicks(i * 7) })]);
    }

    public async Task DisposeAsync()
    {
        await App.DisposeAsync();
        await Database.DisposeAsync();
    }

    internal async Task StoreAsync(params Product[] products)
    {
        await using var session = App.Services.GetRequiredService<IDocumentStore>().LightweightSession();
        session.Store(products);
        await session.SaveChangesAsync();
    }

    internal async Task RemoveAsync(Product product)
    {
        await using var session = App.Services.GetRequiredService<IDocumentStore>().LightweightSession();
        session.Delete(product);
        await session.SaveChangesAsync();
    }

    private static void Declare(FunctionCatalog catalog)
    {
        Add(catalog, "name", (query, page, http, ct) => http.HasQuery("descending") ? query.ToPageDescendingAsync(page, p => p.Name, ct) : query.ToPageAsync(page, p => p.Name, ct));
        Add(catalog, "price", (query, page, _, ct) => query.ToPageDescendingAsync(page, p => p.Price, ct));
        Add(catalog, "time", (query, page, _, ct) => query.ToPageAsync(page, p => p.At, ct));
    }

    private static void Add(FunctionCatalog catalog, string by, Func<IQueryable<Product>, PageRequest, HttpInvocation, CancellationToken, Task<Page<Product>>> list) =>
        catalog.Add($"products.by-{by}", new FunctionAttribute(), new RestAttribute($"GET /by-{by}"), null, InputShape.Http, async (invocation, ct) =>
        {
            var http = (HttpInvocation)invocation;
            var page = await PageRequest.BindAsync(http.Input);
            http.RespondJson(await list(invocation.Services.GetRequiredService<IQuerySession>().Query<Product>(), page, http, ct));
            return Outcome.Completed;
        }, new PagedAttribute { DefaultSize = 20, MaxSize = 50 });
}
