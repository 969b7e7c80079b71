using Ermine.CodeFixes.Functions;
using Ermine.Generator.Rules.Functions;

namespace Ermine.Generator.Tests.CodeFixes.Functions;

public sealed class MakeAccessibleFixTests
{
    [Fact]
    public Task A_function_and_the_types_around_it_become_internal() => FixTest<FunctionFaultRule, MakeAccessibleFix>.Turns("""
        public sealed class Outer
        {
            private static class Voting
            {
                [Function] private static void {|ERM001:Tally|}() { }
            }
        }
        """, "Make it internal", """
        public sealed class Outer
        {
            internal static class Voting
            {
                [Function] internal static void Tally() { }
            }
        }
        """);

    // No other fix is safe: what the types, or the values passed back, should become only the author knows.
    [Fact]
    public Task A_generic_function_is_left_to_its_author() => FixTest<FunctionFaultRule, MakeAccessibleFix>.OffersNothing("""
        public sealed class Voting
        {
            [Function] public void {|ERM001:Tally|}<T>() { }
            [Function] public void Count(ref int {|ERM001:count|}) { }
        }
        """);
}
