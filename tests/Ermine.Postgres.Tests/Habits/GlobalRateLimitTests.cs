using System.Net;
using Ermine.Kernel;
using Ermine.Postgres.Tests.Databases;

namespace Ermine.Postgres.Tests.Habits;

/// <summary>One limit over two nodes.</summary>
public sealed class GlobalRateLimitTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private HabitApp _one = null!;
    private HabitApp _two = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.MigratedAsync();
        _one = await HabitApp.StartAsync(_database.ConnectionString, Declare);
        _two = await HabitApp.StartAsync(_database.ConnectionString, Declare);
    }

    public async Task DisposeAsync()
    {
        await _one.DisposeAsync();
        await _two.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Two_nodes_together_let_through_what_the_limit_says()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 80).Select(i => (i % 2 == 0 ? _one : _two).SendAsync("GET", "/limited")));

        var refused = answers.Where(a => a.StatusCode == HttpStatusCode.TooManyRequests).ToArray();
        Assert.InRange(answers.Count(a => a.IsSuccessStatusCode), 36, 40); // a node may be left with a part of the four that it took last
        Assert.Equal(80, refused.Length + answers.Count(a => a.IsSuccessStatusCode));
        Assert.All(refused, r => Assert.InRange(r.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 91));
    }

    [Fact]
    public async Task A_tenth_of_the_calls_ask_the_database()
    {
        await _database.RunAsync("""
            create table asked (rate text);
            create function ask() returns trigger language plpgsql as $$ begin insert into asked values (new.name); return new; end $$;
            create trigger ask after update on ermine.rate for each row execute function ask() -- statistics would tell of it later, and in portions
            """);

        for (var i = 0; i < 40; i++) (await _one.SendAsync("GET", "/limited")).EnsureSuccessStatusCode();

        Assert.Equal(10L, await _database.AskAsync<long>("select count(*) from asked"));
    }

    [Fact]
    public async Task Each_user_has_a_limit_of_its_own()
    {
        for (var i = 0; i < 40; i++) await _one.SendAsync("GET", "/limited", null, ("user", "ada"));

        Assert.Equal(HttpStatusCode.TooManyRequests, (await _one.SendAsync("GET", "/limited", null, ("user", "ada"))).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await _one.SendAsync("GET", "/limited", null, ("user", "bob"))).StatusCode);
        Assert.Equal(2L, await _database.AskAsync<long>("select count(*) from ermine.rate where name like 'http/limited.run/%' and name not like '%ada%'"));
    }

    private static void Declare(FunctionCatalog catalog) => catalog.Add(
        "limited.run", new FunctionAttribute(), new RestAttribute("GET /limited"), null, InputShape.Http, (_, _) => new(Outcome.Completed), new RateLimitAttribute("40/h") { Global = true });
}
