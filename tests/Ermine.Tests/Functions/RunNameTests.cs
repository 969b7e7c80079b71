using System.Security.Cryptography;
using System.Text;
using Ermine.Kernel;

namespace Ermine.Tests.Functions;

/// <summary>How runs and their queues are called.</summary>
public sealed class RunNameTests
{
    [Theory]
    [InlineData("voting.tally", "fn-voting-tally"), InlineData("Own Id", "fn-own-id"), InlineData("a.b-c", "fn-a-b-c")]
    public void A_queue_is_called_after_its_function(string function, string queue) => Assert.Equal(queue, RunQueue.Of(function));

    [Fact]
    public void Long_ids_make_names_of_forty_characters_that_differ()
    {
        var start = new string('x', 60);

        var (one, other) = (RunQueue.Of($"{start}.one"), RunQueue.Of($"{start}.two"));

        Assert.Equal((40, 40), (one.Length, other.Length));
        Assert.NotEqual(one, other);
        Assert.Matches("^[a-z][a-z0-9-]{0,39}$", one);
    }

    [Fact]
    public void An_id_ends_with_what_the_hash_of_its_queue_begins_with()
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("fn-a")))[..4];

        Assert.EndsWith(hash, RunId.New("fn-a", DateTimeOffset.UnixEpoch).ToString(), StringComparison.Ordinal);
        Assert.EndsWith(hash, RunId.Of("fn-a", "key").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Ids_ascend_with_time_and_differ_within_a_moment()
    {
        var now = DateTimeOffset.UtcNow;

        var ids = Enumerable.Range(0, 1_000).Select(_ => RunId.New("fn-a", now)).ToHashSet();

        Assert.Equal(1_000, ids.Count);
        Assert.All(ids, id => Assert.True(id < RunId.New("fn-a", now.AddMilliseconds(2))));
        Assert.All(ids, id => Assert.Equal(7, id.Version));
    }

    [Fact]
    public void A_key_has_one_id_for_each_function()
    {
        Assert.Equal(RunId.Of("fn-a", "key"), RunId.Of("fn-a", "key"));
        Assert.NotEqual(RunId.Of("fn-a", "key"), RunId.Of("fn-a", "other"));
        Assert.NotEqual(RunId.Of("fn-a", "key"), RunId.Of("fn-b", "key"));
        Assert.Equal(8, RunId.Of("fn-a", "key").Version);
    }

    [Fact]
    public void Functions_that_would_share_a_queue_end_the_start() =>
        Assert.Contains("fn-a-b", Assert.Throws<ErmineStartupException>(() => RunContracts.AddTo(With("a.b", "a-b"))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_queue_of_the_apps_own_may_not_be_called_like_a_functions()
    {
        var catalog = With("a.b");
        catalog.AddContract(new QueueAttribute("fn-a-b"));

        Assert.Contains("fn-a-b", Assert.Throws<ErmineStartupException>(() => RunContracts.AddTo(catalog)).Message, StringComparison.Ordinal);
    }

    private static FunctionCatalog With(params string[] ids)
    {
        var catalog = new FunctionCatalog();
        foreach (var id in ids) catalog.Add(id, new FunctionAttribute(), new OnDemandAttribute(), null, InputShape.Arguments, static _ => Outcome.Completed);
        return catalog;
    }
}
