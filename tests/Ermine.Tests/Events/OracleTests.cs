using System.Globalization;
using System.Text;
using System.Text.Json;
using Ermine.Tests.Events.Oracle;

namespace Ermine.Tests.Events;

/// <summary>The matcher against an oracle that shares nothing with it, on random patterns and events: alone, all at once, and while rules come and go.</summary>
[Trait("Category", "Faults")]
public sealed class OracleTests
{
    private const int RulesTogether = 25;

    private static readonly int Seed = int.TryParse(Environment.GetEnvironmentVariable("ERMINE_SEED"), CultureInfo.InvariantCulture, out var seed) ? seed : Random.Shared.Next();

    private static readonly int Rounds = Environment.GetEnvironmentVariable("ERMINE_FAULTS") == "long" ? 20_000 : 200;

    [Fact]
    public void Every_answer_is_the_oracles_alone_together_and_while_rules_come_and_go()
    {
        var (answers, matches) = (0, 0);
        Parallel.For(0, Environment.ProcessorCount, worker =>
        {
            var random = new Random(Seed + worker);
            for (var round = 0; round < Rounds / Environment.ProcessorCount; round++)
            {
                var cases = new RandomCases(random, isDense: round % 2 == 0);
                var found = Check(cases, random, $"seed {Seed}, worker {worker}, round {round}", new NaivePattern());
                Interlocked.Add(ref answers, found.Answers);
                Interlocked.Add(ref matches, found.Matches);
            }
        });

        Assert.InRange(matches, answers / 20, answers / 2); // cases that always or never match would prove nothing
    }

    [Theory]
    [InlineData("prefix")]
    [InlineData("equals-ignore-case")]
    [InlineData("wildcard")]
    [InlineData("anything-but")]
    [InlineData("numeric")]
    [InlineData("cidr")]
    public void A_fault_in_an_operator_is_found(string operatorName)
    {
        var faulty = new NaivePattern((alternative, value) => NaiveOperators.Holds(alternative, value)
            ^ (alternative.ValueKind == JsonValueKind.Object && alternative.TryGetProperty(operatorName, out _) && value.GetRawText().Length == 3));
        var random = new Random(7);
        var cases = new RandomCases(random, isDense: false);

        Assert.Throws<Xunit.Sdk.TrueException>(() =>
        {
            for (var round = 0; round < 400; round++) Check(cases, random, "planted", faulty);
        });
    }

    private static (int Answers, int Matches) Check(RandomCases cases, Random random, string where, NaivePattern oracle)
    {
        using var shapes = new KnownShapes();
        var rules = new EventRules<int>();
        var texts = Enumerable.Range(0, RulesTogether).Select(_ => cases.Pattern()).ToArray();
        var patterns = texts.Select(EventPattern.Parse).ToArray();
        var present = new bool[RulesTogether];
        if (random.Next(2) == 0) Crowd(rules, patterns);
        for (var i = 0; i < RulesTogether; i++) (present[i], _) = (true, Add(rules, i, patterns[i]));

        var (answers, matches) = (0, 0);
        for (var e = 0; e < 4; e++)
        {
            var json = cases.Event();
            var flat = new NaiveEvent(json);
            var isEvent = ValidatedEvent.TryParse(Encoding.UTF8.GetBytes(json), out var valid, out var fault);
            Assert.True(isEvent != flat.HasMeeting, $"{where}: {json} {fault}");
            if (!isEvent) continue;

            var expected = texts.Select(t => oracle.Matches(t, json)).ToArray();
            for (var i = 0; i < RulesTogether; i++) Assert.True(expected[i] == patterns[i].Matches(valid), $"{where}: alone, oracle {expected[i]}\n{texts[i]}\n{json}");
            Same(expected, present, rules, valid, $"{where}: together\n{json}");
            Same(expected, present, rules, ValidatedEvent.Trust(valid.Utf8), $"{where}: trusted\n{json}");
            KnownShapes.Any(json);
            var known = KnownShapes.Any(json);
            for (var i = 0; i < RulesTogether; i++) Assert.True(expected[i] == patterns[i].Matches(known), $"{where}: of known shape, oracle {expected[i]}\n{texts[i]}\n{json}");
            for (var change = 0; change < RulesTogether; change++)
            {
                var i = random.Next(RulesTogether);
                if (present[i]) Assert.True(rules.Remove(i));
                else Add(rules, i, patterns[i]);
                present[i] = !present[i];
                if (change % 8 == 0) Same(expected, present, rules, valid, $"{where}: changing\n{json}");
            }

            answers += RulesTogether;
            matches += expected.Count(m => m);
        }

        return (answers, matches);
    }

    // The first rules of a field are tested without looking anything up; with some that match nothing there, all others are looked up.
    private static void Crowd(EventRules<int> rules, EventPattern[] patterns)
    {
        var paths = patterns.SelectMany(p => p.Tree.Branches).SelectMany(b => b.Fields).Select(f => f.Path).Distinct().ToArray();
        for (var i = 0; i < paths.Length * 4; i++) rules.Add(-1 - i, EventPattern.Parse($"{{{JsonSerializer.Serialize(paths[i / 4])}:[\"none has this\"]}}"));
    }

    private static bool Add(EventRules<int> rules, int i, EventPattern pattern)
    {
        rules.Add(i, pattern);
        return true;
    }

    private static void Same(bool[] expected, bool[] present, EventRules<int> rules, ValidatedEvent valid, string where)
    {
        var found = new List<int>();
        rules.Match(valid, found);
        found.Sort();

        Assert.True(found.SequenceEqual(Enumerable.Range(0, expected.Length).Where(i => expected[i] && present[i])), $"{where} found {string.Join(" ", found)}");
    }
}
