using Ermine.CodeFixes.Events;
using Ermine.Generator.Rules.Events;

namespace Ermine.Generator.Tests.CodeFixes.Events;

public sealed class MeantNameFixTests
{
    [Theory]
    [InlineData(""" "{ \"detail\": { {|ERM302:\"totl\"|}: [1] } }" """, "total", """ "{ \"detail\": { \"total\": [1] } }" """)]
    [InlineData("""" """{ "source": [{|ERM304:"shopp"|}] }""" """", "shop", """" """{ "source": ["shop"] }""" """")]
    public Task The_name_is_put_right_and_the_literal_stays_as_it_is(string before, string meant, string after) =>
        FixTest<PatternTypeRule, MeantNameFix>.Turns(Source(before), $"Write \"{meant}\"", Source(after));

    private static string Source(string pattern) => $$"""
        [Event("shop", "OrderPlaced")] public sealed record OrderPlaced(int Total);
        public sealed class Thanking
        {
            [Function, EventRule({{pattern}})] public void Thank(OrderPlaced order) { }
        }
        """;
}
