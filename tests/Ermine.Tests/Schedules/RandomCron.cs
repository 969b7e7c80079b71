using System.Globalization;

namespace Ermine.Tests.Schedules;

/// <summary>Makes cron expressions of every form, most of them right, some of them nearly.</summary>
internal sealed class RandomCron(Random random)
{
    private static readonly string[] Months = ["JAN", "feb", "Mar", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
    private static readonly string[] Days = ["SUN", "mon", "Tue", "WED", "THU", "FRI", "SAT"];

    public string Next()
    {
        var fields = new[] { Field(0, 59), Field(0, 23), DayOfMonth(), Field(1, 12, Months), DayOfWeek() };
        var text = string.Join(random.Next(20) == 0 ? "  " : " ", random.Next(2) == 0 ? fields.Prepend(Field(0, 59)) : fields);
        return random.Next(25) == 0 ? Spoilt(text) : text;
    }

    private string Field(int min, int max, string[]? words = null) => random.Next(8) switch
    {
        0 or 1 or 2 => "*",
        3 => $"*/{random.Next(1, max + 1)}",
        4 => $"{Value(min, max, words)}-{Value(min, max, words)}",
        5 => $"{Value(min, max, words)}-{Value(min, max, words)}/{random.Next(1, max + 1)}",
        6 => string.Join(',', Enumerable.Range(0, random.Next(1, 4)).Select(_ => Value(min, max, words))),
        _ => Value(min, max, words),
    };

    private string DayOfMonth() => random.Next(12) switch
    {
        0 => "L",
        1 => $"L-{random.Next(0, 31)}",
        2 => "LW",
        3 => $"{random.Next(1, 32)}W",
        4 => $"L-{random.Next(0, 31)}W",
        5 => "?",
        6 or 7 => Field(1, 31),
        _ => "*",
    };

    private string DayOfWeek() => random.Next(10) switch
    {
        0 => $"{Value(0, 7, null)}L",
        1 => $"{Value(0, 6, Days)}#{random.Next(1, 6)}",
        2 => $"{Value(0, 6, Days)}L",
        3 or 4 => Field(0, 7),
        5 => Field(0, 6, Days),
        _ => "*",
    };

    private string Value(int min, int max, string[]? words)
    {
        var value = random.Next(min, max + 1);
        return words is not null && random.Next(2) == 0 ? words[value - min] : value.ToString(CultureInfo.InvariantCulture);
    }

    private string Spoilt(string text)
    {
        var place = random.Next(text.Length);
        return random.Next(3) switch
        {
            0 => text.Remove(place, 1),
            1 => text.Insert(place, "0123456789*,-/L#W? X"[random.Next(20)].ToString()),
            _ => text[..place] + "0123456789*,-/L#W? X"[random.Next(20)] + text[(place + 1)..],
        };
    }
}
