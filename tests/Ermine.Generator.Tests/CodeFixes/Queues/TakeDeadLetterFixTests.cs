using Ermine.CodeFixes.Queues;
using Ermine.Generator.Rules.Queues;

namespace Ermine.Generator.Tests.CodeFixes.Queues;

public sealed class TakeDeadLetterFixTests
{
    [Theory]
    [InlineData("Vote {|ERM117:letter|}, CancellationToken ct", "DeadLetter letter, CancellationToken ct")]
    [InlineData("IReadOnlyList<Vote> {|ERM117:letters|}", "IReadOnlyList<DeadLetter> letters")]
    [InlineData("Vote[] {|ERM117:letters|}", "DeadLetter letters")]
    public Task A_letter_is_taken_for_what_it_is(string before, string after) => FixTest<DeadLetterPayloadRule, TakeDeadLetterFix>.Turns(
        Source(before), "Take DeadLetter", Source(after));

    private static string Source(string parameters) => $$"""
        public sealed record Vote(int Choice);
        public sealed class Voting
        {
            [Function, DeadLetterTrigger] public void Tell({{parameters}}) { }
        }
        """;
}
