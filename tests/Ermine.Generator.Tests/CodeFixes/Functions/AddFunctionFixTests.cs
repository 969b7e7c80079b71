using Ermine.CodeFixes.Functions;
using Ermine.Generator.Rules.Functions;

namespace Ermine.Generator.Tests.CodeFixes.Functions;

public sealed class AddFunctionFixTests
{
    [Fact]
    public Task Function_is_put_before_the_triggers() => FixTest<TriggerWithoutFunctionRule, AddFunctionFix>.Turns("""
        [Queue("votes")] public sealed record Vote(int Choice);
        public sealed class Voting
        {
            // Counts.
            [QueueTrigger(BatchSize = 5)]
            public void {|ERM002:Tally|}(IReadOnlyList<Vote> batch) { }

            [Rest("GET /polls"), Rest("GET /all")] public void {|ERM002:List|}() { }
        }
        """, "Add [Function]", """
        [Queue("votes")] public sealed record Vote(int Choice);
        public sealed class Voting
        {
            // Counts.
            [Function, QueueTrigger(BatchSize = 5)]
            public void Tally(IReadOnlyList<Vote> batch) { }

            [Function, Rest("GET /polls"), Rest("GET /all")] public void List() { }
        }
        """);
}
