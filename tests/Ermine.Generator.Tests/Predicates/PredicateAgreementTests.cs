using System.Globalization;
using Ermine.Events;

namespace Ermine.Generator.Tests.Predicates;

/// <summary>A predicate and the pattern that it becomes answer alike, for random ones of both.</summary>
public sealed class PredicateAgreementTests
{
    private const int Predicates = 150;
    private const int Events = 50;

    private static readonly int Seed = int.TryParse(Environment.GetEnvironmentVariable("ERMINE_SEED"), CultureInfo.InvariantCulture, out var seed) ? seed : Random.Shared.Next();

    private static readonly Lazy<PredicateShop> Known = new(() => Shop(7));

    [Fact]
    public void Code_and_pattern_answer_alike()
    {
        var (compared, matched, translated, difference) = Compare(Shop(Seed), static pattern => pattern);

        Assert.True(difference is null, $"seed {Seed}: {difference}");
        Assert.InRange(translated, Predicates / 3, Predicates);
        Assert.InRange(matched, compared / 10, compared * 9 / 10);
    }

    [Theory]
    [InlineData("\">\"", "\">=\"")]
    [InlineData(", { \"exists\": false }", "")]
    [InlineData("\"anything-but\": [\"a", "\"anything-but\": [\"b")]
    [InlineData("null, ", "")]
    [InlineData("{ \"exists\": true }", "{ \"exists\": false }")]
    public void A_fault_in_the_patterns_is_found(string right, string wrong) => Assert.NotNull(Compare(Known.Value, pattern => pattern.Replace(right, wrong, StringComparison.Ordinal)).Difference);

    private static PredicateShop Shop(int seed)
    {
        var random = new Random(seed);
        var texts = new RandomPredicates(random);
        return new PredicateShop([.. Enumerable.Range(0, Predicates).Select(i => texts.Next(i % 3))], random, Events);
    }

    private static (int Compared, int Matched, int Translated, string? Difference) Compare(PredicateShop shop, Func<string, string> planted)
    {
        var translated = shop.Predicates.Where(p => p.Pattern is not null).Select(p => (Predicate: p, Pattern: EventPattern.Parse(planted(p.Pattern!)))).ToArray();
        var (compared, matched) = (0, 0);
        for (var e = 0; e < shop.Events.Count; e++)
        {
            foreach (var (predicate, pattern) in translated)
            {
                if (predicate.Answers[e] is not { } holds) continue;
                if (holds != pattern.Matches(shop.Events[e])) return (compared, matched, translated.Length, $"{predicate.Text}\nis {holds}, unlike {pattern}\nfor {System.Text.Encoding.UTF8.GetString(shop.Events[e].Utf8.Span)}");
                (compared, matched) = (compared + 1, matched + (holds ? 1 : 0));
            }
        }

        return (compared, matched, translated.Length, null);
    }
}
