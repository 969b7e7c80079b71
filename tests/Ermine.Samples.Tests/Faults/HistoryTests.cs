using Ermine.Faults.Worker;

namespace Ermine.Samples.Tests.Faults;

public sealed class HistoryTests
{
    // Shipment 1: messages 1 to 3, of which 2 is poison and 3 is followed. Shipment 2: message 4, whose sender heard nothing. Shipments 3 to 5: a group, of which nobody heard of 6.
    private static readonly History Good = new(
        [
            new(1, "singles", Conduct.Plain, null, 1, true), new(2, "batched", Conduct.Poison, null, 1, true), new(3, "singles", Conduct.IsFollowed, null, 1, true),
            new(4, "batched", Conduct.Plain, null, 2, false),
            new(5, "ordered", Conduct.Plain, "a", 3, true), new(6, "ordered", Conduct.Plain, "a", 4, false), new(7, "ordered", Conduct.Plain, "a", 5, true),
            new(8, History.Loose, Conduct.Plain, null, 6, true),
        ],
        [new(1, 1, 1), new(2, 3, 1), new(3, -3, 1), new(4, 5, 1), new(5, 6, 2), new(6, 7, 1), new(7, 8, 1)],
        [2]);

    [Fact]
    public void A_history_in_which_every_message_has_one_end_is_good() => Assert.Empty(Good.Violations());

    [Fact]
    public void A_message_whose_sender_heard_nothing_may_be_done_or_not() => Assert.Empty(With(new Effect(8, 4, 1)).Violations());

    [Fact]
    public void An_effect_outside_of_a_commit_may_be_repeated() => Assert.Empty(With(new Effect(8, 8, 2)).Violations());

    [Fact]
    public void A_late_commit_of_a_message_whose_sender_heard_nothing_may_be_handled_late() =>
        Assert.Empty((Good with { Effects = [.. Good.Effects.Select(e => e.Message == 6 ? e with { Place = 9 } : e)] }).Violations());

    [Theory]
    [InlineData(1, "Message 1 was accepted and is lost.")]
    [InlineData(-3, "Message 3 is done and what it sent is lost.")]
    [InlineData(8, "Message 8 was accepted and is lost.")]
    public void A_lost_message_is_found(int lost, string violation) => Assert.Contains(violation, (Good with { Effects = [.. Good.Effects.Where(e => e.Message != lost)] }).Violations());

    [Fact]
    public void A_lost_dead_letter_is_found() => Assert.Contains("Message 2 was accepted and is lost.", (Good with { Dead = [] }).Violations());

    [Theory]
    [InlineData(1, "Message 1 has 2 effects.")]
    [InlineData(5, "Message 5 has 2 effects.")]
    [InlineData(-3, "What message 3 sent has 2 effects and 0 dead letters.")]
    [InlineData(2, "Message 2 is done and in the dead letters.")]
    [InlineData(9, "Message 9 was never sent and has an end.")]
    [InlineData(-1, "Message -1 was never sent and has an end.")]
    public void An_effect_too_many_is_found(int message, string violation) => Assert.Equal(violation, Assert.Single(With(new Effect(8, message, 2)).Violations()));

    [Theory]
    [InlineData(1, "Message 1 is done and in the dead letters.")]
    [InlineData(2, "Message 2 is in the dead letters 2 times.")]
    [InlineData(4, "Message 4 was given up.")]
    [InlineData(9, "Message 9 was never sent and has an end.")]
    public void A_dead_letter_too_many_is_found(int message, string violation) => Assert.Equal(violation, Assert.Single((Good with { Dead = [2, message] }).Violations()));

    [Fact]
    public void Poison_that_is_done_is_found() => Assert.Equal("Message 2 is poison and is done.", Assert.Single((With(new Effect(8, 2, 1)) with { Dead = [] }).Violations()));

    [Fact]
    public void A_follow_up_of_what_is_not_done_is_found() => Assert.Contains(
        "Message 3 is not done and what it sent was handled.", (Good with { Effects = [.. Good.Effects.Where(e => e.Message != 3)] }).Violations());

    [Fact]
    public void Half_a_shipment_is_found() => Assert.Contains("Shipment 1 was sent in half.", (Good with { Dead = [] }).Violations());

    [Theory]
    [InlineData(5, 7, "Message 7 of group a was handled before message 5.")]
    [InlineData(5, 6, "Message 6 of group a was handled before message 5.")]
    public void A_disorder_within_a_group_is_found(int one, int other, string violation)
    {
        var (first, second) = (Good.Effects.Single(e => e.Message == one), Good.Effects.Single(e => e.Message == other));

        var swapped = Good with { Effects = [.. Good.Effects.Except([first, second]), first with { Place = second.Place }, second with { Place = first.Place }] };

        Assert.Contains(violation, swapped.Violations());
    }

    private static History With(Effect another) => Good with { Effects = [.. Good.Effects, another] };
}
