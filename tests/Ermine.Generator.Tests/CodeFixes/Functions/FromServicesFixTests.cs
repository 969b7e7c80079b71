using Ermine.CodeFixes.Functions;
using Ermine.Generator.Rules.Functions;

namespace Ermine.Generator.Tests.CodeFixes.Functions;

public sealed class FromServicesFixTests
{
    [Fact]
    public Task A_second_class_becomes_a_service() => FixTest<FunctionFaultRule, FromServicesFix>.Turns("""
        [Queue("votes")] public sealed record Vote(int Choice);
        public sealed class Counter;
        public sealed class Voting
        {
            [Function, QueueTrigger] public void Tally(Vote vote, Counter {|ERM006:counter|}) { }
        }
        """, "Add [FromServices]", """
        using Microsoft.AspNetCore.Mvc;

        [Queue("votes")] public sealed record Vote(int Choice);
        public sealed class Counter;
        public sealed class Voting
        {
            [Function, QueueTrigger] public void Tally(Vote vote, [FromServices] Counter counter) { }
        }
        """);

    [Fact]
    public Task What_holds_values_only_is_not_taken_for_a_service() => FixTest<FunctionFaultRule, FromServicesFix>.OffersNothing("""
        [Queue("votes")] public sealed record Vote(int Choice);
        public sealed class Voting
        {
            [Function, QueueTrigger] public void Tally(Vote vote, string {|ERM006:text|}, int {|ERM006:number|}, Vote {|ERM006:other|}) { }
        }
        """);
}
