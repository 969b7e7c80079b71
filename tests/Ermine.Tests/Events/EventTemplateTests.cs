using System.Text;
using System.Text.Json;

namespace Ermine.Tests.Events;

/// <summary>What a template makes of an event.</summary>
public sealed class EventTemplateTests
{
    private const string Order = """{"source":"shop","detail":{"total":250,"name":"Ada \"A\" \u00e9","lines":[{"sku":"tea"}],"gone":null,"paid":true,"o":{"a":"x\"y"}}}""";

    [Theory]
    [InlineData("<detail>", """{"total":250,"name":"Ada \"A\" \u00e9","lines":[{"sku":"tea"}],"gone":null,"paid":true,"o":{"a":"x\"y"}}""")]
    [InlineData("""{ "to": "<detail.name>", "sum": <detail.total> }""", """{ "to": "Ada \"A\" \u00e9", "sum": 250 }""")]
    [InlineData("""["<detail.total> EUR of <source>, <detail.paid>", <detail.paid>,<detail.lines>]""", """["250 EUR of shop, true", true,[{"sku":"tea"}]]""")]
    [InlineData("""{ "a": <detail.gone>, "b": "<detail.gone>", "c": <detail.nothing>, "d": "(<detail.nothing>)" }""", """{ "a": null, "b": "", "c": null, "d": "()" }""")]
    [InlineData("""{ "fixed": [1, true, "\u003c \\"] }""", """{ "fixed": [1, true, "\u003c \\"] }""")]
    [InlineData("\"\\\\<source>\"", "\"\\\\shop\"")]
    public void Paths_stand_for_parts_of_the_event(string template, string result) => Assert.Equal(result, Filled(template));

    [Theory]
    [InlineData("\"<detail.lines>\"", """[{"sku":"tea"}]"""), InlineData("\"<detail.o>\"", """{"a":"x\"y"}""")]
    public void Within_a_string_an_object_is_the_text_of_its_json(string template, string text) => Assert.Equal(text, JsonSerializer.Deserialize<string>(Filled(template)));

    [Theory]
    [InlineData("", 0, 0, "The template is empty")]
    [InlineData("""{ "a": <detail.x }""", 7, 1, "no end")]
    [InlineData("""{ "a": "5 < 6" }""", 10, 1, "\\u003c")]
    [InlineData("""{ "a": <> }""", 7, 2, "no path")]
    [InlineData("""{ "a": <detail..x> }""", 7, 11, "no path")]
    [InlineData("""{ <source>: 1 }""", 2, 8, "names of a result are fixed")]
    [InlineData("""{ "x<source>": 1 }""", 4, 8, "names of a result are fixed")]
    [InlineData("""{ "a": <source><detail> }""", 15, 1, "is expected")]
    [InlineData("""{ "a": -<source> }""", 7, 1, "no number")]
    [InlineData("""{ "a": <source> } x""", 18, 1, "behind the template")]
    [InlineData("""{ "a": "<source> }""", 7, 11, "not closed")]
    [InlineData("\"\\<source>\"", 1, 2, "no escape")]
    public void What_is_none_is_refused_at_its_place(string template, int offset, int length, string reason)
    {
        var fault = EventTemplate.FaultOf(template);

        Assert.NotNull(fault);
        Assert.Equal((offset, length), (fault.Offset, fault.Length));
        Assert.Contains(reason, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_is_read_as_a_template_makes_json_of_any_event()
    {
        var random = new Random(4);
        string[] pieces = ["{", "}", "[", "]", "\"", ",", ":", "<detail.name>", "<detail.total>", "<detail.gone>", "<detail.o>", "<", ">", "\\", "a", "1", "null", " ", "\"k\":"];
        var read = 0;
        for (var i = 0; i < 100_000; i++)
        {
            var template = string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ => pieces[random.Next(pieces.Length)]));
            if (EventTemplate.FaultOf(template) is not null) continue;
            read++;
            using var result = JsonDocument.Parse(Filled(template)); // throws where it is none
        }

        Assert.InRange(read, 1_000, 100_000);
    }

    private static string Filled(string template) => Encoding.UTF8.GetString(EventTemplate.Parse(template).Fill(Encoding.UTF8.GetBytes(Order)).Span);
}
