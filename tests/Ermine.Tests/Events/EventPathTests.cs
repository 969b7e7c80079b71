using System.Text;

namespace Ermine.Tests.Events;

public sealed class EventPathTests
{
    private const string Order = """{"source":"shop","detail":{"total":250,"customer":{"name":"Ada \"A\" L"},"lines":[{"sku":"tea"}],"gone":null}}""";

    [Theory]
    [InlineData("", Order)]
    [InlineData("detail.total", "250")]
    [InlineData("detail.customer", """{"name":"Ada \"A\" L"}""")]
    [InlineData("detail.lines", """[{"sku":"tea"}]""")]
    [InlineData("detail.nothing", "null")]
    [InlineData("source.name", "null")]
    [InlineData("detail.lines.sku", "null")]
    public void A_part_of_an_event_is_its_json_as_it_stands_there(string path, string json) =>
        Assert.Equal(json, Encoding.UTF8.GetString(new EventPath(path).Json(Encoding.UTF8.GetBytes(Order)).Span));

    [Theory]
    [InlineData("detail.customer.name", "Ada \"A\" L")]
    [InlineData("detail.total", "250")]
    [InlineData("detail.gone", null)]
    [InlineData("detail.nothing", null)]
    public void As_a_key_a_text_has_no_quotes_and_null_is_none(string path, string? text) => Assert.Equal(text, new EventPath(path).Text(Encoding.UTF8.GetBytes(Order)));

    [Fact]
    public void A_key_that_is_too_long_keeps_its_beginning_and_what_distinguishes_it()
    {
        var (one, other) = (Keys.Short(new string('a', 300)), Keys.Short(new string('a', 301)));

        Assert.Equal((256, 256), (one.Length, other.Length));
        Assert.NotEqual(one, other);
    }
}
