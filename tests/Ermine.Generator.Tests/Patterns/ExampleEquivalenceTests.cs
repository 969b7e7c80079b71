using System.Text;
using Ermine.Events;
using Ermine.Generator.Rules.Events;
using Ermine.Shared.Patterns;
using Ermine.Tests.Events.Oracle;

namespace Ermine.Generator.Tests.Patterns;

/// <summary>What the build says of an example is what the app's matcher will do.</summary>
public sealed class ExampleEquivalenceTests
{
    private const int Cases = 1_500;

    [Fact]
    public void Build_and_runtime_answer_alike_and_take_the_same_for_events()
    {
        var seed = Random.Shared.Next();
        var random = new Random(seed);
        var (matched, refused) = (0, 0);
        for (var i = 0; i < Cases; i++)
        {
            var cases = new RandomCases(random, isDense: i % 3 > 0);
            var (pattern, json) = (cases.Pattern(), cases.Event());

            var (example, error) = ExampleEvent.Read(json);
            var isEvent = ValidatedEvent.TryParse(Encoding.UTF8.GetBytes(json), out var valid, out var fault);

            Assert.True(isEvent == example is not null, $"seed {seed}: {json} {error?.Message} {fault?.Message}");
            refused += isEvent ? 0 : 1;
            if (!isEvent || PatternParser.Parse(pattern).Tree is not { } tree) continue;
            var holds = EventPattern.Parse(pattern).Matches(valid);
            Assert.True((new ExampleMatch(tree, example!).Holds() ?? holds) == holds, $"seed {seed}: the runtime says {holds}\n{pattern}\n{json}");
            matched += holds ? 1 : 0;
        }

        Assert.True(matched > Cases / 50 && refused > 0, $"{matched} matched, {refused} refused");
    }

    [Fact]
    public void Each_operator_holds_for_the_same_values()
    {
        var seed = Random.Shared.Next();

        var difference = Operators(seed, static alternative => alternative);

        Assert.True(difference is null, $"seed {seed}: {difference}");
    }

    [Theory]
    [InlineData("prefix", "suffix")]
    [InlineData("equals-ignore-case", "exactly")]
    [InlineData("\">=\"", "\">\"")]
    [InlineData("\"exists\":true", "\"exists\":false")]
    [InlineData("\"exactly\"", "\"equals-ignore-case\"")]
    [InlineData("*", "")]
    public void A_difference_is_found(string right, string wrong) => Assert.NotNull(Operators(7, alternative => alternative.Replace(right, wrong, StringComparison.Ordinal)));

    // Every alternative of some random patterns against every value of some random events.
    private static string? Operators(int seed, Func<string, string> planted)
    {
        var random = new Random(seed);
        var cases = new RandomCases(random, isDense: false);
        var alternatives = Many(cases.Pattern).SelectMany(p => PatternParser.Parse(p).Tree!.Branches.SelectMany(b => b.Fields).SelectMany(f => f.Alternatives).Select(a => p.Substring(a.Offset, a.Length))).Distinct().ToArray();
        var values = Many(cases.Event).Select(e => (Text: e, ExampleEvent.Read(e).Event)).Where(e => e.Event is not null)
            .SelectMany(e => e.Event!.Values.Select(v => (v.Value, Text: e.Text.Substring(v.Value.Offset, v.Value.Length)))).DistinctBy(v => v.Text)
            .Select(v => (v.Value, Event: ValidatedEvent.Parse(Encoding.UTF8.GetBytes($$"""{"a":{{v.Text}}}""")))).ToArray();
        Assert.True(alternatives.Length > 100 && values.Length > 40, $"{alternatives.Length} alternatives, {values.Length} values");
        foreach (var alternative in alternatives)
        {
            if (PatternParser.Parse($$"""{"a":[{{planted(alternative)}}]}""").Tree is not { } tree) continue;

            var (test, pattern) = (tree.Branches[0].Fields[0].Alternatives[0], EventPattern.Parse($$"""{"a":[{{alternative}}]}"""));
            foreach (var (value, valid) in values)
            {
                if (ExampleOperators.Holds(test, value) != pattern.Matches(valid)) return $"{alternative} for {Encoding.UTF8.GetString(valid.Utf8.Span)}";
            }
        }

        return null;
    }

    private static string[] Many(Func<string> make) => [.. Enumerable.Range(0, 150).Select(_ => make())];
}
