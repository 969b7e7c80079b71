using System.Text;
using System.Text.Json;
using Ermine.Events;
using Ermine.Kernel;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace Ermine.Postgres.Tests.Events;

/// <summary>Events from end to end, on two nodes over a real database.</summary>
public sealed class EventTests : IAsyncLifetime
{
    private const string Large = """{"source": ["shop"], "detail": {"total": [{"numeric": [">", 100]}]}}""";
    private const string Any = """{"source": ["shop"]}""";

    private EventNodes _nodes = null!;

    public async Task InitializeAsync() => _nodes = await EventNodes.StartAsync(static (nodes, catalog) =>
    {
        nodes.Subscribe(catalog, "shop.thank", new EventRuleAttribute(Large), EventNodes.OrderPlaced);
        nodes.Subscribe(catalog, "shop.audit", new EventRuleAttribute(Any));
        nodes.Subscribe(catalog, "shop.order", new EventRuleAttribute(Any) { GroupKey = "detail.customer", Input = "detail.total" });
        nodes.Subscribe(catalog, "shop.write", new EventRuleAttribute("""{"source": ["mail"]}""") { Template = """{"to": "<detail.email>", "sum": <detail.total>}""" });
        nodes.Subscribe(catalog, "shop.relayed", new EventRuleAttribute("""{"source": ["relay"]}"""));
        catalog.Add("shop.relay", new FunctionAttribute(), new EventRuleAttribute("""{"source": ["parcel"]}""") { Input = "detail" }, null, InputShape.Batch, static async (invocation, ct) =>
        {
            await EventPipe.PublishAsync(invocation, ((WorkInvocation)invocation).Input.Many<Relayed>(), ct);
            return Outcome.Completed;
        }, new PipeAttribute { Filter = """{"number": [{"numeric": [">", 1]}]}""" });
        nodes.Subscribe(catalog, "shop.notify", new EventRuleAttribute());
        nodes.Subscribe(catalog, "shop.elsewhere", new EventRuleAttribute(Any) { Bus = "elsewhere" });
    });

    [Fact]
    public async Task An_event_reaches_each_function_whose_pattern_matches_and_no_other()
    {
        await _nodes.PublishAsync("""{"total":250}""");
        await _nodes.PublishAsync("""{"total":99}""", node: 1);
        await _nodes.IdleAsync();

        Assert.Equal(["""{"total":250}"""], _nodes.HandedTo("shop.thank"));
        Assert.Equal(2, _nodes.HandedTo("shop.audit").Count);
        Assert.Empty(_nodes.HandedTo("shop.elsewhere"));
    }

    [Fact]
    public async Task A_function_that_asks_for_the_whole_event_is_handed_it()
    {
        await _nodes.PublishAsync("""{"total":1}""", new() { Id = "e-1", Time = DateTimeOffset.UnixEpoch });
        await _nodes.IdleAsync();

        var whole = JsonSerializer.Deserialize<EventEnvelope<JsonElement>>(Assert.Single(_nodes.HandedTo("shop.audit")), JsonSerializerOptions.Web)!;

        Assert.Equal(("e-1", "shop", "OrderPlaced", DateTimeOffset.UnixEpoch, """{"total":1}"""), (whole.Id, whole.Source, whole.DetailType, whole.Time, whole.Detail.GetRawText()));
    }

    [Fact]
    public async Task A_function_with_a_template_is_handed_what_that_makes_of_the_event()
    {
        await _nodes.OnAsync<IEventBus>(bus => bus.PublishJsonAsync("mail", "Due", """{"total":1,"email":"a\"b@example.org"}"""u8.ToArray()));
        await _nodes.IdleAsync();

        Assert.Equal("""{"to": "a\"b@example.org", "sum": 1}""", Assert.Single(_nodes.HandedTo("shop.write")));
    }

    [Fact]
    public async Task A_pipe_publishes_what_it_returns_of_the_messages_that_its_filter_matches()
    {
        foreach (var number in Enumerable.Range(0, 4)) await _nodes.OnAsync<IEventBus>(bus => bus.PublishJsonAsync("parcel", "Sent", Encoding.UTF8.GetBytes($$"""{"number":{{number}}}""")));
        await _nodes.IdleAsync();
        await _nodes.IdleAsync(); // what was published by the last run came after it

        Assert.Equal([2, 3], _nodes.HandedTo("shop.relayed").Select(e => JsonSerializer.Deserialize<EventEnvelope<Relayed>>(e, JsonSerializerOptions.Web)!.Detail.Number).Order());
    }

    [Fact]
    public async Task Events_of_a_group_are_handed_over_in_their_order()
    {
        foreach (var total in Enumerable.Range(0, 50)) await _nodes.PublishAsync($$"""{"customer":"{{total % 2}}","total":{{total}}}""", node: total % 3 % 2);
        await _nodes.IdleAsync();

        var handed = _nodes.HandedTo("shop.order").Select(int.Parse).ToArray();

        Assert.Equal(Enumerable.Range(0, 25).Select(i => 2 * i), handed.Where(i => i % 2 == 0));
        Assert.Equal(Enumerable.Range(0, 25).Select(i => (2 * i) + 1), handed.Where(i => i % 2 == 1));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task What_an_invocation_publishes_is_delivered_if_and_only_if_it_commits(bool hasSession)
    {
        foreach (var commits in new[] { true, false })
        {
            await using var invocation = new TestInvocation(_nodes.Services());
            if (hasSession) invocation.Services.GetRequiredService<IDocumentSession>().Insert(new Effect { Id = Guid.NewGuid() });
            await invocation.Services.GetRequiredService<IEventBus>().PublishJsonAsync("shop", "OrderPlaced", Encoding.UTF8.GetBytes($$"""{"total":200,"commits":{{(commits ? "true" : "false")}}}"""));
            if (commits) await invocation.Commit.CommitAsync(null, default);
        }

        await _nodes.IdleAsync();

        Assert.Equal(["""{"total":200,"commits":true}"""], _nodes.HandedTo("shop.thank"));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_commit_whose_node_knows_older_subscriptions_delivers_by_those_of_now_and_records_all_else_once(bool hasSession)
    {
        await _nodes.OnAsync<IEventSubscriptions>(s => s.UpsertAsync("shop.notify:new", Any), node: 1);
        await using var invocation = new TestInvocation(_nodes.Services());
        if (hasSession) invocation.Services.GetRequiredService<IDocumentSession>().Insert(new Effect { Id = Guid.NewGuid() });
        await invocation.Services.GetRequiredService<IEventSubscriptions>().UpsertAsync("shop.notify:own", """{"source": ["nobody"]}""");
        await invocation.Services.GetRequiredService<IEventBus>().PublishJsonAsync("shop", "OrderPlaced", """{"total":200}"""u8.ToArray());

        await invocation.Commit.CommitAsync(null, default);
        await _nodes.IdleAsync();

        Assert.Single(_nodes.HandedTo("shop.notify"));
        Assert.Single(_nodes.HandedTo("shop.thank"));
        await _nodes.OnAsync<IEventSubscriptions>(async s => Assert.Contains(await s.ListAsync(), known => known.Name == "shop.notify:own"));
    }

    [Fact]
    public async Task Of_events_with_one_key_within_its_window_each_function_gets_the_first()
    {
        var once = new PublishOptions { DeduplicationKey = "k", DeduplicationWindow = TimeSpan.FromMinutes(1) };

        await _nodes.PublishAsync("""{"total":101}""", once);
        await _nodes.PublishAsync("""{"total":102}""", once, node: 1);
        await _nodes.AdvanceAsync(TimeSpan.FromMinutes(2));
        await _nodes.PublishAsync("""{"total":103}""", once);
        await _nodes.IdleAsync();

        Assert.Equal(["""{"total":101}""", """{"total":103}"""], _nodes.HandedTo("shop.thank").Order());
        Assert.Equal(2L, await _nodes.Database.AskAsync<long>("select count(*) from ermine.event"));
    }

    [Fact]
    public async Task The_archive_knows_how_many_subscribers_an_event_had_and_those_without_any()
    {
        await _nodes.PublishAsync("""{"total":250}""");
        await _nodes.OnAsync<IEventBus>(bus => bus.PublishJsonAsync("warehouse", "Emptied", "{}"u8.ToArray()));

        Assert.Equal("3,0", await _nodes.Database.AskAsync<string>("select string_agg(subscribers::text, ',' order by position) from ermine.event"));
    }

    [Fact]
    public async Task A_subscription_made_by_one_node_holds_at_once_for_what_another_publishes_until_it_is_removed()
    {
        await _nodes.PublishAsync("""{"total":1}""");
        await _nodes.OnAsync<IEventSubscriptions>(s => s.UpsertAsync("shop.notify:vip", """{"detail": {"total": [2, 3]}}"""), node: 1);
        await _nodes.PublishAsync("""{"total":2}""");
        await _nodes.OnAsync<IEventSubscriptions>(s => s.UpsertAsync("shop.notify:vip", """{"detail": {"total": [3]}}"""), node: 1);
        await _nodes.PublishAsync("""{"total":2}""");
        await _nodes.PublishAsync("""{"total":3}""");
        await _nodes.OnAsync<IEventSubscriptions>(s => s.RemoveAsync("shop.notify:vip"), node: 1);
        await _nodes.PublishAsync("""{"total":3}""");
        await _nodes.IdleAsync();

        Assert.Equal(["2", "3"], _nodes.HandedTo("shop.notify").Select(e => JsonDocument.Parse(e).RootElement.GetProperty("detail").GetProperty("total").GetRawText()).Order());
    }

    [Fact]
    public async Task A_subscription_that_cannot_be_is_refused_with_the_reason()
    {
        Assert.Contains("character", (await RefusedAsync("shop.notify:a", """{"total": 3}""")).Message);
        Assert.Contains("names no function", (await RefusedAsync("shop.notfy:a", Any)).Message);
        Assert.Contains("stands in the code", (await RefusedAsync("shop.thank", Any)).Message);

        async Task<ArgumentException> RefusedAsync(string name, string pattern)
        {
            ArgumentException? refused = null;
            await _nodes.OnAsync<IEventSubscriptions>(async s => refused = await Assert.ThrowsAsync<ArgumentException>(() => s.UpsertAsync(name, pattern)));
            return refused!;
        }
    }

    [Theory]
    [InlineData("""{"total":1,"total":2}"""), InlineData("{"), InlineData(""), InlineData("{},\"source\":\"evil\"")]
    public async Task A_detail_that_is_no_event_is_refused_at_publish(string detail) => await Assert.ThrowsAsync<InvalidEventException>(() => _nodes.PublishAsync(detail));

    public async Task DisposeAsync() => await _nodes.DisposeAsync();
}
