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

    [Fact]
    public Task In_a_template_too() => FixTest<TemplateRule, MeantNameFix>.Turns(Template("<detail.{|ERM331:totl|}>"), "Write \"total\"", Template("<detail.total>"));

    private static string Template(string path) => Source($$""" "{ \"source\": [\"shop\"], \"detail-type\": [\"OrderPlaced\"] }", Template = "{ \"sum\": {{path}} }" """);

    private static string Source(string pattern) => $$"""
        [Event("shop", "OrderPlaced")] public sealed record OrderPlaced(int Total);
        public sealed class Thanking
        {
            [Function, EventRule({{pattern}})] public void Thank(OrderPlaced order) { }
        }
        """;
}
