using Ermine.Kernel;
using Ermine.Tests.Doubles;

namespace Ermine.Tests.Kernel;

public sealed class BatchTests
{
    [Fact]
    public void The_payloads_of_a_batch_are_in_the_order_of_its_messages() => Assert.Equal([1, 2, 3], Of("1", "2", "3").Many<int>());

    [Fact]
    public void A_message_that_cannot_be_read_is_set_aside_and_the_others_are_handed_over()
    {
        var batch = Of("1", "hunter2", "3");

        var payloads = batch.Many<int>();

        Assert.Equal([1, 3], payloads);
        Assert.Equal(2, Assert.Single(batch.Unreadable).Message.Id);
    }

    [Fact]
    public void A_batch_that_is_read_twice_sets_a_message_aside_once()
    {
        var batch = Of("1", "hunter2");

        batch.Many<int>();
        batch.Many<int>();

        Assert.Single(batch.Unreadable);
    }

    [Fact]
    public void A_result_that_names_an_item_which_was_not_given_says_how_many_there_were()
    {
        var batch = Of("1", "hunter2", "3");
        batch.Many<int>();

        var refused = Assert.Throws<ArgumentOutOfRangeException>(() => batch.Settle(BatchResult.Completed.Retry(2, "no")));

        Assert.Contains("given 2", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Items_are_named_by_their_place_among_those_that_could_be_read()
    {
        var batch = Of("hunter2", "2", "3");
        batch.Many<int>();

        batch.Settle(BatchResult.Completed.Reject(0, "no"));

        Assert.Equal(2, Assert.Single(batch.Unfinished).Message.Id);
    }

    private static Batch Of(params string[] payloads) =>
        new([.. payloads.Select((payload, i) => TestWork.Message(i + 1, payload: payload))], new PayloadSerializer(new PayloadOptions().Json));
}
