using System.Text;
using Ermine.Events;
using Ermine.Generator.Rules.Events;
using Ermine.Shared.Patterns;
using Ermine.Tests.Events.Oracle;

namespace Ermine.Generator.Tests.Patterns;

/// <summary>What the build says of an example is what the app's matcher will do.</summary>
public sealed class ExampleEquivalenceTests
{
    private const int Cases = 6_000;

    [Fact]
    public void Build_and_runtime_answer_alike_and_take_the_same_for_events()
    {
        var seed = Random.Shared.Next();

        var (matched, refused, difference) = Compare(seed, static pattern => pattern);

        Assert.True(difference is null, $"seed {seed}: {difference}");
        Assert.True(matched > Cases / 30 && refused > 5, $"{matched} matched, {refused} refused");
    }

    [Theory]
    [InlineData("prefix", "suffix")]
    [InlineData("equals-ignore-case", "exactly")]
    [InlineData("\">=\"", "\">\"")]
    [InlineData("\"exists\":false", "\"exists\":true")]
    [InlineData("\"exactly\"", "\"equals-ignore-case\"")]
    public void A_difference_is_found(string right, string wrong) =>
        Assert.NotNull(Compare(7, pattern => pattern.Replace(right, wrong, StringComparison.Ordinal)).Difference);

    private static (int Matched, int Refused, string? Difference) Compare(int seed, Func<string, string> planted)
    {
        var random = new Random(seed);
        var (matched, refused) = (0, 0);
        for (var i = 0; i < Cases; i++)
        {
            var cases = new RandomCases(random, isDense: i % 2 == 0);
            var (pattern, json) = (cases.Pattern(), cases.Event());
            var (example, error) = ExampleEvent.Read(json);
            if (!ValidatedEvent.TryParse(Encoding.UTF8.GetBytes(json), out var valid, out _) != example is null) return (matched, refused, $"{json} is refused by one: {error?.Message}");
            if (example is null)
            {
                refused++;
                continue;
            }

            if (PatternParser.Parse(planted(pattern)).Tree is not { } tree) continue;
            var holds = EventPattern.Parse(pattern).Matches(valid);
            if (new ExampleMatch(tree, example).Holds() is { } answer && answer != holds) return (matched, refused, $"the runtime says {holds}\n{pattern}\n{json}");
            matched += holds ? 1 : 0;
        }

        return (matched, refused, null);
    }
}
