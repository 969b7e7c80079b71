using System.Net;
using System.Text.Json;
using Ermine.Http;
using Ermine.Kernel;
using Ermine.Postgres.Tests.Databases;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Ermine.Postgres.Tests.Habits;

/// <summary>Functions with [ETag] over documents of either kind of version.</summary>
public sealed class ETagTests : IAsyncLifetime
{
    private static readonly Guid Id = Guid.Parse("7d1f5b9e-3a52-4c29-a8e7-2f8c58c0a001");

    private TestDatabase _database = null!;
    private HabitApp _app = null!;
    private int _together;
    private int _waiting;
    private TaskCompletionSource _all = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.MigratedAsync();
        _app = await HabitApp.StartAsync(_database.ConnectionString, Declare);
        await using var session = _app.Services.GetRequiredService<IDocumentStore>().LightweightSession();
        session.Store(new Product { Id = Id, Name = "tea" });
        session.Store(new Ledger { Id = "main", Name = "first" });
        await session.SaveChangesAsync();
    }

    public async Task DisposeAsync()
    {
        await _app.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Theory]
    [InlineData("products")]
    [InlineData("ledgers")]
    public async Task What_has_not_changed_since_it_was_read_is_not_sent_again(string kind)
    {
        var tag = await TagAsync(kind);

        var strong = await _app.SendAsync("GET", $"/{kind}", null, ("If-None-Match", tag));
        var weak = await _app.SendAsync("GET", $"/{kind}", null, ("If-None-Match", $"\"x\", W/{tag}"));
        var star = await _app.SendAsync("GET", $"/{kind}", null, ("If-None-Match", "*"));
        var other = await _app.SendAsync("GET", $"/{kind}", null, ("If-None-Match", "\"x\""));

        Assert.Equal([304, 304, 304, 200], new[] { strong, weak, star, other }.Select(r => (int)r.StatusCode));
        Assert.Equal(("", tag), (await strong.Content.ReadAsStringAsync(), strong.Headers.ETag!.ToString()));
    }

    [Theory]
    [InlineData("products")]
    [InlineData("ledgers")]
    public async Task Who_knows_the_version_may_write_and_is_told_the_next(string kind)
    {
        var before = await TagAsync(kind);

        var written = await PutAsync(kind, before);
        var stale = await PutAsync(kind, before);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.PreconditionFailed), (written.StatusCode, stale.StatusCode));
        Assert.NotEqual(before, written.Headers.ETag!.ToString());
        Assert.Equal(await TagAsync(kind), written.Headers.ETag!.ToString());
    }

    [Fact]
    public async Task The_answer_to_a_write_carries_the_version_that_it_made()
    {
        var written = await PutAsync("ledgers", await TagAsync("ledgers"));

        using var body = JsonDocument.Parse(await written.Content.ReadAsStringAsync());
        Assert.Equal(written.Headers.ETag!.Tag, $"\"{body.RootElement.GetProperty("version").GetInt32()}\"");
    }

    [Theory]
    [InlineData("*", 200)]
    [InlineData("\"x\", {0}", 200)]
    [InlineData("W/{0}", 412)]
    [InlineData("\"x\"", 412)]
    [InlineData("nonsense", 400)]
    [InlineData("\"x\", nonsense", 400)]
    public async Task Tags_are_compared_as_the_standard_has_it(string condition, int status)
    {
        var tag = await TagAsync("products");

        Assert.Equal(status, (int)(await PutAsync("products", condition.Replace("{0}", tag, StringComparison.Ordinal))).StatusCode);
        Assert.Equal(status == 200, await TagAsync("products") != tag);
    }

    [Fact]
    public async Task Where_a_condition_is_required_a_write_without_one_is_refused()
    {
        Assert.Equal(HttpStatusCode.PreconditionRequired, (await _app.SendAsync("PUT", "/products")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await _app.SendAsync("PUT", "/ledgers")).StatusCode);
    }

    [Fact]
    public async Task What_is_not_there_is_still_404_whatever_the_condition() =>
        Assert.Equal(HttpStatusCode.NotFound, (await _app.SendAsync("PUT", "/nothing", null, ("If-Match", "\"x\""))).StatusCode);

    [Theory]
    [InlineData("PUT", "products")]
    [InlineData("PUT", "ledgers")]
    [InlineData("DELETE", "products")]
    public async Task Of_those_who_write_at_once_with_one_version_exactly_one_wins(string method, string kind)
    {
        var tag = await TagAsync(kind);
        _together = 8; // all have loaded the document, and passed what can be compared before the commit, when the first commits

        var answers = await Task.WhenAll(Enumerable.Range(0, _together).Select(_ => _app.SendAsync(method, $"/{kind}", null, ("If-Match", tag))));

        Assert.Equal(1, answers.Count(a => a.IsSuccessStatusCode));
        Assert.Equal(7, answers.Count(a => a.StatusCode == HttpStatusCode.PreconditionFailed));
    }

    [Theory]
    [InlineData("made")]
    [InlineData("made-unread")]
    public async Task Of_those_who_make_it_at_once_exactly_one_does(string path)
    {
        _together = 8;

        var answers = await Task.WhenAll(Enumerable.Range(0, _together).Select(_ => _app.SendAsync("PUT", $"/{path}", null, ("If-None-Match", "*"))));
        var late = await _app.SendAsync("PUT", $"/{path}", null, ("If-None-Match", "*"));

        Assert.Equal((1, 7), (answers.Count(a => a.IsSuccessStatusCode), answers.Count(a => a.StatusCode == HttpStatusCode.PreconditionFailed)));
        Assert.Equal(HttpStatusCode.PreconditionFailed, late.StatusCode);
    }

    private async Task<string> TagAsync(string kind) => (await _app.SendAsync("GET", $"/{kind}")).Headers.ETag!.ToString();

    private Task<HttpResponseMessage> PutAsync(string kind, string condition) => _app.SendAsync("PUT", $"/{kind}", null, ("If-Match", condition));

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
        if (_together == 0) return;

        if (Interlocked.Increment(ref _waiting) == _together) _all.SetResult();
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
