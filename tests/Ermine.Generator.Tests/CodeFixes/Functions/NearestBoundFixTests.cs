using Ermine.CodeFixes.Functions;
using Ermine.Generator.Rules.Functions;

namespace Ermine.Generator.Tests.CodeFixes.Functions;

public sealed class NearestBoundFixTests
{
    [Fact]
    public Task A_value_becomes_the_nearest_that_is_allowed() => FixTest<LimitRule, NearestBoundFix>.Turns("""
        public sealed class Voting
        {
            [Function({|ERM003:TimeoutSeconds = 50_000|})] public void Tally() { }
        }
        """, "Set TimeoutSeconds to 43200", """
        public sealed class Voting
        {
            [Function(TimeoutSeconds = 43200)] public void Tally() { }
        }
        """);
}
