using System.Collections.Concurrent;
using System.Globalization;
using Ermine.Kernel;

namespace Ermine.Conformance;

/// <summary>What every <see cref="IWorkStore"/> promises about messages that keep their order within groups.</summary>
public abstract class OrderConformance(WorkStoreHarness harness) : ConformanceSuite(harness)
{
    [Fact]
    public async Task A_group_has_one_message_under_way_at_a_time()
    {
        await SendAsync(("a", "1"), ("a", "2"), ("b", "1"));

        var first = await ClaimOrderedAsync();
        var meanwhile = await ClaimOrderedAsync(Harness.OtherNode);
        await Store.AcknowledgeAsync(first, CancellationToken.None);
        var second = await ClaimOrderedAsync(Harness.OtherNode);

        Assert.Equal(["a1", "b1"], Names(first));
        Assert.Empty(meanwhile.Messages);
        Assert.Equal(["a2"], Names(second));
    }

    [Fact]
    public async Task A_message_that_is_tried_again_holds_up_its_group_and_no_other()
    {
        await SendAsync(("a", "1"), ("a", "2"), ("b", "1"), ("b", "2"));
        var first = await ClaimOrderedAsync();
        await Store.RetryAsync(first.Of([first.Messages[0]]), TimeSpan.FromMinutes(1), "not now", isCounted: true, CancellationToken.None);
        await Store.AcknowledgeAsync(first.Of([first.Messages[1]]), CancellationToken.None);

        var meanwhile = await ClaimOrderedAsync();
        var depth = await DepthAsync();
        await Harness.AdvanceAsync(TimeSpan.FromMinutes(1));
        var later = await ClaimOrderedAsync(Harness.OtherNode);

        Assert.Equal(["b2"], Names(meanwhile));
        Assert.Equal((1, 1, 1), (depth.Ready, depth.Leased, depth.Later));
        Assert.Equal(("a1", 2), (Names(later).First(), later.Messages[0].Attempt));
    }

    [Fact]
    public async Task A_group_goes_on_when_its_first_message_is_buried()
    {
        await SendAsync(("a", "1"), ("a", "2"));

        await Store.DeadLetterAsync(await ClaimOrderedAsync(), new Failure("f", "hopeless"), CancellationToken.None);

        Assert.Equal(["a2"], Names(await ClaimOrderedAsync()));
    }

    [Fact]
    public async Task A_message_of_a_node_that_died_is_the_first_again()
    {
        await SendAsync(("a", "1"), ("a", "2"));
        var zombie = await ClaimOrderedAsync();

        await Harness.AdvanceAsync(LeaseTime);
        var again = await ClaimOrderedAsync(Harness.OtherNode);

        Assert.Equal(["a1"], Names(again));
        Assert.Empty(await Store.AcknowledgeAsync(zombie, CancellationToken.None));
        Assert.Empty((await ClaimOrderedAsync()).Messages);
    }

    [Fact]
    public async Task Every_group_has_its_turn_even_where_the_first_ones_never_end()
    {
        for (var i = 0; i < 3; i++) await SendAsync([.. "abcdef".Select(group => (group.ToString(), i.ToString(CultureInfo.InvariantCulture)))]);
        var seen = new HashSet<string>();

        for (var round = 0; round < 6; round++)
        {
            var lease = await ClaimOrderedAsync(limit: 2);
            seen.UnionWith(lease.Messages.Select(m => m.GroupKey!));
            await Store.AcknowledgeAsync(lease, CancellationToken.None);
        }

        Assert.Equal(6, seen.Count);
    }

    [Fact]
    public async Task Many_senders_and_many_nodes_keep_the_order_of_each_group()
    {
        const int groups = 5, each = 40;
        var handled = new ConcurrentDictionary<string, ConcurrentQueue<int>>();
        var sending = Task.WhenAll(Enumerable.Range(0, groups).Select(async g =>
        {
            for (var i = 0; i < each; i++) await (i % 2 == 0 ? Store : Harness.OtherNode).SendAsync([Ordered($"g{g}", i.ToString(CultureInfo.InvariantCulture))], CancellationToken.None);
        }));

        await Task.WhenAll(Enumerable.Range(0, 6).Select(async worker =>
        {
            var node = worker % 2 == 0 ? Store : Harness.OtherNode;
            while (handled.Values.Sum(q => q.Count) < groups * each)
            {
                var lease = await ClaimOrderedAsync(node, limit: 3);
                foreach (var message in lease.Messages) handled.GetOrAdd(message.GroupKey!, _ => []).Enqueue(int.Parse(Texts(lease.Of([message])).Single(), CultureInfo.InvariantCulture));
                if (lease.Messages.Count > 0) await node.AcknowledgeAsync(lease, CancellationToken.None);
            }
        }));
        await sending;

        Assert.All(handled.Values, order => Assert.Equal(Enumerable.Range(0, each), order));
    }

    [Fact]
    public async Task A_send_to_a_group_waits_for_one_that_has_not_committed_so_that_nothing_appears_before_what_was_seen()
    {
        await using var early = await Harness.HoldSendAsync(Ordered("a", "1"));
        var late = Store.SendAsync([Ordered("a", "2")], CancellationToken.None);
        await Harness.OtherNode.SendAsync([Ordered("b", "1")], CancellationToken.None);

        var meanwhile = await ClaimOrderedAsync();
        await early.CommitAsync();
        await late;
        var after = await ClaimOrderedAsync();

        Assert.Equal(["b1"], Names(meanwhile));
        Assert.Equal(["a1"], Names(after));
    }

    private OutgoingMessage Ordered(string group, string text) => Saying(text) with { GroupKey = group };

    private Task SendAsync(params (string Group, string Text)[] messages) => Store.SendAsync([.. messages.Select(m => Ordered(m.Group, m.Text))], CancellationToken.None);

    private Task<Lease> ClaimOrderedAsync(IWorkStore? node = null, int limit = 10) =>
        (node ?? Store).ClaimAsync(new WorkClaim(Queue, limit, LeaseTime) { IsOrdered = true }, CancellationToken.None);

    private static IEnumerable<string> Names(Lease lease) => lease.Messages.Zip(Texts(lease), (message, text) => message.GroupKey + text);
}
