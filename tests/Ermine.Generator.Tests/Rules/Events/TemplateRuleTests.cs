using Ermine.Generator.Rules.Events;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Tests.Rules.Events;

public sealed class TemplateRuleTests
{
    [Fact]
    public Task What_is_no_template_is_said_at_its_place() => RuleTest<TemplateRule>.Says("ERM330", DiagnosticSeverity.Error,
        "'Writing.Write' has a template that cannot be used, so the app refuses to start: '<' begins a path such as <detail.email>, and this one has no end; within a string the character is written as \\u003c.",
        Source(""""  """{ "to": "{|#0:<|}detail.email" }"""  """"));

    [Fact]
    public Task A_part_that_the_event_does_not_have_is_said_with_the_nearest_that_it_has() => RuleTest<TemplateRule>.Says("ERM331", DiagnosticSeverity.Warning,
        "The template of 'Writing.Write' takes 'detail.customer.nam' from the event, and Customer has no 'nam', so that it is always null; did you mean 'name'?",
        Source(""""  """{ "to": <detail.customer.{|#0:nam|}> }"""  """"));

    [Theory]
    [InlineData(""""  """{ {|ERM330:<source>|}: 1 }"""  """")]
    [InlineData(""" "{ \"a\": \"\\u00e9 {|ERM330:<|}\" }" """)]
    [InlineData(""""  """{ "a": 1 } {|ERM330:x|}"""  """")]
    [InlineData(""" "{ \"a\":" + " {|ERM330:}|}" """)]
    [InlineData(""""  """{|ERM330:[1]|}""", Input = "detail"  """")]
    [InlineData(""""  """["<detail.{|ERM331:mail|}> <{|ERM331:detial|}.email>"]"""  """")]
    public Task What_is_wrong_is_found(string template) => RuleTest<TemplateRule>.Fires(Source(template));

    [Theory]
    [InlineData(""""  """{ "to": "<detail.email>", "by": <source>, "at": <time>, "again": <replay-name>, "who": <detail.customer.name>, "own": <tenant> }"""  """")]
    [InlineData(""""  """<detail>"""  """")]
    [InlineData("null")]
    public Task What_is_right_is_left_alone(string template) => RuleTest<TemplateRule>.IsSilent(Source(template));

    [Fact]
    public Task Where_the_pattern_asks_for_several_events_none_is_compared_with() => RuleTest<TemplateRule>.IsSilent(Source(""""  """<detail.mail>"""  """", "\"OrderPlaced\", \"OrderPaid\""));

    [Fact]
    public Task Half_typed_templates_are_borne() => RuleTest<TemplateRule>.BearsHalfTyped(Source(" \"{ \\\"a\\\": <det"));

    private static string Source(string template, string types = "\"OrderPlaced\"") => $$""""
        public sealed record Customer(string Name);
        [Event("shop", "OrderPlaced")] public sealed record OrderPlaced(string Email, Customer Customer);
        public sealed record Letter(string To);
        public sealed class Writing
        {
            [Function, EventRule("""{ "source": ["shop"], "detail-type": [{{types}}] }""", Template = {{template}})] public void Write(Letter letter) { }
        }
        """";
}
