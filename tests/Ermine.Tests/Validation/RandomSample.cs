using CsCheck;

namespace Ermine.Tests.Validation;

/// <summary>Samples in which each value is right about as often as it is wrong, so that a whole one is sometimes right.</summary>
internal static class RandomSample
{
    private static readonly string?[] Texts = [null, "", " ", "a", "ab", "abc", "abcd", "abcdefghi", "12", "aa", "no", "x", "1.5"];
    private static readonly string?[] Addresses = [null, "a@b", "@b", "a@b@c", "https://x.y", "ftp://x", "x.y", "+1 555 0100", "call me", "4111111111111111", "4111-1111-1111-1112", "aGk=", "aG=k", "a.png", "a.exe", "Monday", "Noday"];

    public static Gen<Sample> Of(int depth) => Gen.Select(Gen.Int[-15, 60], Gen.Int[1, int.MaxValue]).Select((errors, seed) => Make(new Random(seed), errors, depth));

    // The more errors are wanted, the more members are left to chance; below one, and all are right.
    private static Sample Make(Random random, int errors, int depth)
    {
        var sample = new Sample { Text = "text", Note = "n", Whole = random.Next(4) == 0 ? 5 : 3, Price = 1, Denied = "yes", Mixed = "x", Needed = 1, SameNote = "n", Inner = depth == 0 ? null : Make(random, errors, depth - 1) };
        Action<Sample>[] chances =
        [
            s => s.Text = Pick(Texts), s => s.Note = Pick(Texts), s => s.Whole = random.Next(-2, 14), s => s.Small = random.Next(3) == 0 ? null : (byte)random.Next(14),
            s => s.Rounded = Pick([-5.6, -5.5, -5.4, 0, 5.4, 5.5, 5.6]), s => s.Real = Pick<float?>([null, -2.5f, -2.6f, 2.5f, 2.6f]), s => s.Price = Pick([0.4m, 0.5m, 99.5m, 99.6m]),
            s => s.Exact = Pick<decimal?>([null, 0m, 0.01m, 100.5m, 100.51m]), s => s.Day = Pick<DateOnly?>([null, new(2019, 12, 31), new(2020, 1, 1), new(2030, 1, 1), new(2030, 1, 2)]), s => s.Unsigned = Pick([0UL, 5UL, 6UL]),
            s => s.Numbers = Pick<List<int>?>([null, [], [1], [1, 2, 3], [1, 2, 3, 4]]), s => s.Named = depth == 0 ? [] : new() { ["a"] = Make(random, errors, depth - 1) },
            s => s.Short = Pick(Texts), s => s.Pattern = Pick(Texts), s => s.Doubled = Pick(Texts), s => s.Digits = random.Next(100), s => s.Mail = Pick(Addresses), s => s.Link = Pick(Addresses), s => s.Phone = Pick(Addresses),
            s => s.Card = Pick(Addresses), s => s.Data = Pick(Addresses), s => s.Picture = Pick(Addresses), s => s.Allowed = Pick<int?>([null, 1, 2, 3]), s => s.Mixed = Pick(Texts), s => s.Denied = Pick(Texts), s => s.Same = Pick(Texts),
            s => s.SameNote = Pick(Texts), s => s.Weekday = (DayOfWeek)random.Next(9), s => s.DayName = Pick([null, "", "Monday", "Noday", "1", "9"]), s => s.Even = random.Next(10), s => s.Needed = Pick<int?>([null, 1]), s => s.Inner = null,
            s => s.Many = depth == 0 ? [] : [Make(random, errors, depth - 1), Make(random, errors, 0)], s => s.Set = depth == 0 ? null : new HashSet<Sample> { Make(random, errors, 0) },
        ];
        foreach (var chance in chances)
        {
            if (random.Next(60) < errors) chance(sample);
        }

        return sample;

        T Pick<T>(T[] values) => values[random.Next(values.Length)];
    }
}
