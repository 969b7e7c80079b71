using System.Globalization;
using System.Text;
using System.Text.Json;
using Ermine.Events.Matching;
using Ermine.Tests.Events.Oracle;

namespace Ermine.Tests.Events;

/// <summary>Whatever is thrown at parser, validator and matcher, the answer is a value.</summary>
[Trait("Category", "Faults")]
public sealed class PatternFuzzTests
{
    private static readonly int Seed = int.TryParse(Environment.GetEnvironmentVariable("ERMINE_SEED"), CultureInfo.InvariantCulture, out var seed) ? seed : Random.Shared.Next();

    private static readonly int Inputs = Environment.GetEnvironmentVariable("ERMINE_FAULTS") == "long" ? 1_000_000 : 10_000;

    [Fact]
    public void A_damaged_pattern_or_event_is_refused_or_works()
    {
        var random = new Random(Seed);
        var cases = new RandomCases(random, isDense: false);
        var rules = new EventRules<int>();
        var found = new List<int>();
        var (read, events) = (0, 0);
        for (var i = 0; i < Inputs; i++)
        {
            var text = Encoding.UTF8.GetString(Mutation.Of(Encoding.UTF8.GetBytes(cases.Pattern()), random));
            if (EventPattern.TryParse(text, out var pattern, out var error))
            {
                read++;
                rules.Add(random.Next(50), pattern);
            }
            else
            {
                Assert.True(error.Offset >= 0 && error.Length >= 0 && error.Offset + error.Length <= text.Length, $"seed {Seed}: {error} of {text}");
            }

            if (!ValidatedEvent.TryParse(Mutation.Of(Encoding.UTF8.GetBytes(cases.Event()), random), out var published, out _)) continue;
            events++;
            found.Clear();
            rules.Match(published, found);
            Assert.True(found.Count == found.Distinct().Count(), $"seed {Seed}");
            if (i % 16 == 0) Assert.Equal(found.Order(), rules.Explain(published).Where(r => r.Matches).Select(r => r.Rule).Order());
        }

        Assert.True(read > Inputs / 10 && events > Inputs / 10, $"seed {Seed}: {read} patterns read, {events} events");
    }

    [Fact]
    public void Random_bytes_are_refused_unless_they_are_JSON()
    {
        var random = new Random(Seed);
        var bytes = new byte[64];
        for (var i = 0; i < Inputs; i++)
        {
            random.NextBytes(bytes);
            bytes[0] = (byte)'{';
            var some = bytes.AsMemory(0, random.Next(64));
            if (ValidatedEvent.TryParse(some, out _, out _)) JsonDocument.Parse(some).Dispose(); // such as {}
            Assert.False(EventPattern.TryParse(Encoding.Latin1.GetString(bytes), out _, out _), $"seed {Seed}");
        }
    }

    [Theory]
    [InlineData(1_000)]
    [InlineData(4_000)]
    public void The_time_of_arrays_of_objects_is_bounded_by_the_values_met(int elements)
    {
        // Two arrays that each offer many choices, of which none is right: trying all pairs would take the square.
        var list = string.Join(",", Enumerable.Range(0, elements).Select(_ => """{"a":"x"},{"b":"y"}"""));
        var published = ValidatedEvent.Parse(Encoding.UTF8.GetBytes($"{{\"l\":[{list}],\"m\":[{list}]}}"));
        var pattern = EventPattern.Parse("""{"l":{"a":["x"],"b":[{"exists":false}]},"m":{"a":["x"],"b":["y"]}}""");

        Assert.False(pattern.Matches(published));

        Assert.InRange(MatchScratch.OfThread.Search.Steps, elements, 20L * elements);
    }
}
