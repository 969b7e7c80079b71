using Ermine.CodeFixes.Queues;
using Ermine.Generator.Rules.Queues;

namespace Ermine.Generator.Tests.CodeFixes.Queues;

public sealed class DateTimeOffsetFixTests
{
    [Theory]
    [InlineData("DateTime", "DateTimeOffset")]
    [InlineData("System.DateTime?", "System.DateTimeOffset?")]
    [InlineData("List<DateTime>", "List<DateTimeOffset>")]
    public Task A_time_becomes_one_that_is_the_same_everywhere(string before, string after) => FixTest<PayloadMemberRule, DateTimeOffsetFix>.Turns($$"""
        [Queue("votes")] public sealed record Vote(int Choice, {{before}} {|ERM109:At|})
        {
            public {{before}} {|ERM109:Counted|} { get; init; }
        }
        """, "Use DateTimeOffset", $$"""
        [Queue("votes")] public sealed record Vote(int Choice, {{after}} At)
        {
            public {{after}} Counted { get; init; }
        }
        """);

    [Fact]
    public Task A_time_within_another_type_is_left_to_its_author() => FixTest<PayloadMemberRule, DateTimeOffsetFix>.OffersNothing("""
        public sealed record Proof(DateTime Taken);
        [Queue("votes")] public sealed record Vote(Proof {|ERM109:Proof|});
        """);
}
