using Ermine.Generator.Rules.Events;

namespace Ermine.Generator.Tests.Rules.Events;

public sealed class PatternRuleTests
{
    [Theory]
    [InlineData("""" """{ "source": {|ERM301:"shop"|} }""" """")]
    [InlineData("""" """{ "source": {|ERM301:[]|} }""" """")]
    [InlineData(""" "{ \"source\": {|ERM301:\"shop\"|} }" """)]
    [InlineData(""" "{\n\t\"source\": {|ERM301:3|} }" """)]
    [InlineData(""" @"{ ""source"": {|ERM301:""shop""|} }" """)]
    [InlineData(""" "{ \u0022source\x22: {|ERM301:3|} }" """)]
    [InlineData(""""
        """
            {
                "source": {|ERM301:"shop"|}
            }
            """
        """")]
    [InlineData(""" "{ \"source\": " + "{|ERM301:3|} }" """)]
    [InlineData(""" ("{ \"source\": " + @"{|ERM301:[ ") + "]|} }" """)]
    [InlineData(""" {|ERM301:"{ \"" + nameof(Thanking) + "\": 3 }"|} """)]
    public Task What_cannot_be_read_is_found_at_its_place_in_every_kind_of_literal(string pattern) => RuleTest<PatternRule>.Fires(Source(pattern));

    [Theory]
    [InlineData("""" """{ "source": ["shop"], "detail": { "total": [{ "numeric": [">", 100] }] } }""" """")]
    [InlineData("""" """{ "$or": [{ "a": [1] }, { "b": [{ "exists": false }] }] }""" """")]
    [InlineData("")]
    public Task What_is_a_pattern_is_left_alone(string pattern) => RuleTest<PatternRule>.IsSilent(Source(pattern));

    [Fact]
    public Task Half_typed_patterns_are_borne() => RuleTest<PatternRule>.BearsHalfTyped(Source("\"{ \\\"source\\\":"));

    private static string Source(string arguments) => $$"""
        [Event("shop", "OrderPlaced")] public sealed record OrderPlaced(int Total);
        public sealed class Thanking
        {
            [Function, EventRule({{arguments}})] public void Thank(OrderPlaced order) { }
        }
        """;
}
