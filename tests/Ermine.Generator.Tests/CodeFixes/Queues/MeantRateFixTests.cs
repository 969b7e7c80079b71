using Ermine.CodeFixes.Queues;
using Ermine.Generator.Rules.Queues;

namespace Ermine.Generator.Tests.CodeFixes.Queues;

public sealed class MeantRateFixTests
{
    [Theory]
    [InlineData("1000/sec", "1000/s")]
    [InlineData("1,000 per second", "1000/s")]
    [InlineData("30/Minutes", "30/m")]
    [InlineData("10/S", "10/s")]
    [InlineData("500 per hour", "500/h")]
    [InlineData("7/1d", "7/d")]
    public Task A_plain_intent_is_written_as_a_rate(string before, string after) => FixTest<RateRule, MeantRateFix>.Turns(
        Source($"{{|ERM104:MaxRate = \"{before}\"|}}, BatchSize = 5"), $"Write \"{after}\"", Source($"MaxRate = \"{after}\", BatchSize = 5"));

    [Theory]
    [InlineData("10/M")]
    [InlineData("1,5/s")]
    [InlineData("10/ms")]
    [InlineData("2000000/sec")]
    [InlineData("0/sec")]
    public Task What_may_mean_several_things_is_left_to_its_author(string text) => FixTest<RateRule, MeantRateFix>.OffersNothing(
        Source($"{{|ERM104:MaxRate = \"{text}\"|}}"));

    private static string Source(string arguments) => $$"""
        [Queue("votes")] public sealed record Vote(int Choice);
        public sealed class Voting
        {
            [Function, QueueTrigger({{arguments}})] public void Tally(IReadOnlyList<Vote> batch) { }
        }
        """;
}
