
namespace Ermine.Tests.Events;

public sealed class ChangingRulesTests
{
    private const int Changes = 4_000;

    [Fact]
    public async Task An_event_meets_the_rules_of_one_moment_in_the_order_of_the_changes()
    {
        // Rules 0 to 7 come and go by the bits of the change's number in a Gray code, and rule 8 has one of two patterns, of which either matches.
        var rules = new EventRules<int>();
        EventPattern[] some = [EventPattern.Parse("""{"a":["x"],"b":[{"prefix":"y"}]}"""), EventPattern.Parse("""{"$or":[{"a":["x"]},{"b":["y"]},{"c":[{"exists":false}]}]}""")];
        rules.Add(8, some[0]);
        var published = ValidatedEvent.Parse("""{"a":"x","b":"y","l":[{"a":1},{"a":2}]}"""u8.ToArray());
        var (begun, done) = (0, 0);
        var readers = Enumerable.Range(0, 2).Select(_ => Task.Run(() => Read(rules, published, () => Volatile.Read(ref begun), () => Volatile.Read(ref done)))).ToArray();

        for (var change = 1; change <= Changes; change++)
        {
            Volatile.Write(ref begun, change);
            var bit = System.Numerics.BitOperations.TrailingZeroCount(change) & 7;
            if ((Gray(change) >> bit & 1) == 1) rules.Add(bit, some[change & 1]);
            else Assert.True(rules.Remove(bit));
            if (change % 3 == 0) rules.Add(8, some[change & 1]);
            Volatile.Write(ref done, change);
        }

        var reads = await Task.WhenAll(readers);
        Assert.All(reads, r => Assert.True(r > 0));
    }

    // Every answer is the rules behind one of the changes that were under way while it was found.
    private static int Read(EventRules<int> rules, ValidatedEvent published, Func<int> begun, Func<int> done)
    {
        var found = new List<int>();
        var reads = 0;
        for (var last = 0; last < Changes; reads++)
        {
            found.Clear();
            var first = done();
            rules.Match(published, found);
            last = begun();

            Assert.True(found.Distinct().Count() == found.Count && found.Contains(8), string.Join(" ", found));
            var answer = found.Where(f => f != 8).Aggregate(0, (bits, f) => bits | 1 << f);
            Assert.True(Enumerable.Range(first, last - first + 1).Any(change => Gray(change) == answer), $"{answer} is not what was there between changes {first} and {last}");
        }

        return reads;
    }

    // The low eight bits of the reflected code, where each change flips one bit.
    private static int Gray(int change)
    {
        var bits = 0;
        for (var bit = 0; bit < 8; bit++)
        {
            var flips = 0;
            for (var period = bit; period < 24; period += 8) flips += (change + (1 << period)) >> (period + 1);
            bits |= (flips & 1) << bit;
        }

        return bits;
    }
}
