namespace Ermine.Samples.Tests.Events;

/// <summary>What is judged of events by their history, with faults planted in a good one.</summary>
public sealed class EventHistoryTests
{
    // Notice 1: events 1 and 2, noted. Notice 2: event 3, whose publisher heard nothing, and which did not happen. Notice 3: event 4, of which nobody heard and which did.
    private static readonly EventHistory Good = new(
        [new(1, 0, "group-1", 1, true, true), new(2, 7, "group-1", 1, true, true), new(3, 9, "group-1", 2, false, true), new(4, 9, "group-1", 3, false, false)],
        [
            new(1, "all", 1, 1), new(2, "all", 2, 1), new(3, "batch", 1, 1), new(4, "in-order", 1, 1), new(5, "in-order", 2, 1), new(6, "few", 2, 2), new(7, "told", 1, 1), new(8, "told", 2, 1),
            new(9, "all", 4, 1), new(10, "told", 4, 1), new(11, "again", 1, 1), new(12, "again", 2, 1), new(13, "again", 4, 1),
        ],
        [1, 2], 0);

    [Fact]
    public void A_history_in_which_each_event_has_one_effect_of_each_that_it_matches_is_good() => Assert.Empty(Good.Violations());

    [Theory]
    [InlineData(3, "Event 1 has 0 effects of 'batch', and 1 would be right."), InlineData(10, "Event 4 has 0 effects of 'told', and 1 would be right."), InlineData(12, "Event 2 has 0 effects of 'again', and 1 would be right.")]
    public void A_lost_effect_is_found(long place, string violation) => Assert.Equal([violation], (Good with { Sightings = [.. Good.Sightings.Where(s => s.Place != place)] }).Violations());

    [Theory]
    [InlineData("all", 1, "Event 1 has 2 effects of 'all', and 1 would be right."), InlineData("batch", 2, "Event 2 has 1 effects of 'batch', and 0 would be right.")]
    [InlineData("again", 4, "Event 4 has 2 effects of 'again', and 1 would be right."), InlineData("all", 5, "Event 5 was never published."), InlineData("not again", 1, "Nobody is called not again.")]
    public void An_effect_too_many_is_found(string subscriber, int @event, string violation) => Assert.Equal([violation], (Good with { Sightings = [.. Good.Sightings, new(99, subscriber, @event, 2)] }).Violations());

    [Fact]
    public void What_a_publisher_noted_alone_is_found() => Assert.Equal(["Event 3 was noted 1 times by its publisher."], (Good with { Noted = [1, 2, 3] }).Violations());

    [Fact]
    public void What_a_publisher_did_not_note_is_found() => Assert.Equal(["Event 2 was noted 0 times by its publisher."], (Good with { Noted = [1] }).Violations());

    [Fact]
    public void A_notice_in_half_is_found() => Assert.Contains("Notice 1 was published in half.", (Good with { Sightings = [.. Good.Sightings.Where(s => s.Event != 2)] }).Violations());

    [Theory, InlineData("in-order"), InlineData("again")]
    public void A_wrong_order_is_found(string subscriber) => Assert.Contains($"Event 2 of group-1 was seen by '{subscriber}' before event 1.",
        (Good with { Sightings = [.. Good.Sightings.Select(s => s.Subscriber == subscriber && s.Event == 1 ? s with { Place = 90 } : s)] }).Violations());

    [Fact]
    public void A_dead_letter_is_found() => Assert.Equal(["1 events were given up."], (Good with { Dead = 1 }).Violations());
}
