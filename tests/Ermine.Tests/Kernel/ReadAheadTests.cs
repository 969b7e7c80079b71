using Ermine.Kernel;
using Microsoft.Extensions.Time.Testing;

namespace Ermine.Tests.Kernel;

public sealed class ReadAheadTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly ReadAhead _ahead;

    public ReadAheadTests() => _ahead = new ReadAhead(_time);

    [Fact]
    public void Nothing_is_claimed_ahead_at_first() => Assert.Equal(0, _ahead.Messages);

    [Fact]
    public void A_claim_that_is_used_up_soon_is_followed_by_larger_ones_up_to_a_thousand_more()
    {
        var asked = Enumerable.Range(0, 12).Select(_ => Use(milliseconds: 10)).ToArray();

        Assert.Equal([4, 8, 16, 32, 64, 128, 256, 512, 1_000, 1_000, 1_000, 1_000], asked);
    }

    [Fact]
    public void A_claim_that_lasts_is_followed_by_smaller_ones_down_to_nothing()
    {
        for (var i = 0; i < 3; i++) Use(milliseconds: 10);

        var asked = Enumerable.Range(0, 5).Select(_ => Use(milliseconds: 200)).ToArray();

        Assert.Equal([8, 4, 2, 1, 0], asked);
    }

    [Fact]
    public void A_claim_that_found_less_than_it_asked_for_says_nothing_about_the_function()
    {
        Use(milliseconds: 10);

        Assert.Equal(4, Use(milliseconds: 10, wasFull: false));
    }

    private int Use(int milliseconds, bool wasFull = true)
    {
        _ahead.Claimed(wasFull);
        _time.Advance(TimeSpan.FromMilliseconds(milliseconds));
        _ahead.UsedUp(places: 4);
        return _ahead.Messages;
    }
}
