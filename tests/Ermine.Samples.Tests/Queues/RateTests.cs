using Ermine.Kernel;
using Ermine.Queues.Toy;
using Ermine.Testing;

namespace Ermine.Samples.Tests.Queues;

public sealed class RateTests
{
    [Fact]
    public async Task A_rate_holds_over_all_nodes_together()
    {
        await using var first = await TestApp.StartAsync<Chores>();
        await using var second = SecondNode.Beside(first);
        var handled = new List<int>();

        await first.Queue<Call>().SendManyAsync(Enumerable.Range(0, 20).Select(number => new Call(number)));
        for (var minutes = 0; minutes <= 30; minutes += 6) // 10/h is one in six minutes
        {
            await first.NextRunAsync();
            handled.Add(first.Runs().Count);
            await first.Clock.AdvanceAsync(TimeSpan.FromMinutes(6));
        }

        Assert.Equal([1, 2, 3, 4, 5, 6], handled);
    }

    [Fact]
    public async Task A_rate_that_is_none_ends_the_start_and_says_what_to_write()
    {
        var refused = await Assert.ThrowsAsync<ErmineStartupException>(() => TestApp.StartAsync<Chores>(options => options.Set("Ermine:Functions:chores.ring:MaxRate", "fast")));

        Assert.Contains("chores.ring", refused.Message, StringComparison.Ordinal);
        Assert.Contains("such as 1000/s", refused.Message, StringComparison.Ordinal);
    }
}
