using System.Text;
using System.Text.Json;
using Ermine.Tests.Events.Oracle;

namespace Ermine.Tests.Events;

/// <summary>What is refused when an event is published. Everything else is matched without looking at it again.</summary>
public sealed class ValidatedEventTests
{
    [Theory]
    [InlineData("", 0, "JSON object")]
    [InlineData("[1]", 0, "JSON object")]
    [InlineData("{}x", 2, "behind the event")]
    [InlineData("""{"a":1}{"a":1}""", 7, "behind the event")]
    [InlineData("""{"a":1,}""", 7, "name in double quotes")]
    [InlineData("""{"a" 1}""", 5, "':'")]
    [InlineData("""{"a":1 "b":2}""", 7, "',' or '}'")]
    [InlineData("""{"a":[1 2]}""", 8, "',' or ']'")]
    [InlineData("""{"a":[1,]}""", 8, "A value is expected")]
    [InlineData("""{"a":01}""", 5, "begins with 0")]
    [InlineData("""{"a":1.}""", 5, "no number")]
    [InlineData("""{"a":1e}""", 5, "no number")]
    [InlineData("""{"a":-}""", 5, "no number")]
    [InlineData("""{"a":+1}""", 5, "A value is expected")]
    [InlineData("""{"a":NaN}""", 5, "A value is expected")]
    [InlineData("""{"a":tru}""", 5, "A value is expected")]
    [InlineData("""{"a":"x}""", 8, "not closed")]
    [InlineData("{\"a\":\"x\ty\"}", 7, "control character")]
    [InlineData("""{"a":"\x"}""", 6, "no escape")]
    [InlineData("""{"a":"\u12g4"}""", 6, "hexadecimal")]
    [InlineData("""{"a":"\ud800"}""", 6, "surrogate")]
    [InlineData("""{"a":"\ud800\u0041"}""", 6, "surrogate")]
    [InlineData("""{"a":"\udc00"}""", 6, "surrogate")]
    [InlineData("""{"a":1,"b":2,"a":3}""", 13, "twice")]
    [InlineData("""{"a":{"b":1,"\u0062":2}}""", 12, "twice")]
    [InlineData("""{"a.b":1,"a":{"b":2}}""", 14, "path")]
    [InlineData("""{"a":1,"a.b":2}""", 1, "path")]
    [InlineData("""{"a":{"b.c":[]},"a.b":{"c":{"d":1}}}""", 6, "path")]
    [InlineData("""{"l":[{"a.b":1,"a":{"b":2}}]}""", 20, "path")]
    public void What_is_no_event_is_refused_where_it_fails(string json, int offset, string message)
    {
        Assert.False(ValidatedEvent.TryParse(Encoding.UTF8.GetBytes(json), out _, out var fault));

        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
        Assert.Equal(offset, fault.Offset);
        Assert.Equal(fault, Assert.Throws<InvalidEventException>(() => ValidatedEvent.Parse(Encoding.UTF8.GetBytes(json))).Fault);
    }

    [Theory]
    [InlineData("""{"a.b":1,"a":{"c":2},"a.d":{}}""")]
    [InlineData("""{"a":{"x":1},"b":{"x":1},"l":[{"x":1},{"x":1}]}""")]
    [InlineData("""{"l":[{"a.b":1},{"a":{"b":2}}]}""")]
    [InlineData(" \t\r\n{ \"\" : [ ] , \"a\" : { } , \"n\":-0.0e-0}\n")]
    public void What_is_an_event_is_taken(string json) => Assert.True(ValidatedEvent.TryParse(Encoding.UTF8.GetBytes(json), out _, out _));

    [Fact]
    public void Bytes_that_are_not_UTF_8_are_refused()
    {
        Assert.False(ValidatedEvent.TryParse(new byte[] { (byte)'{', (byte)'"', 0xc3, 0x28, (byte)'"', (byte)':', (byte)'1', (byte)'}' }, out _, out var fault));
        Assert.Equal(2, fault.Offset);
    }

    [Fact]
    public void Nesting_is_bounded_at_64_levels()
    {
        byte[] Of(int depth) => Encoding.UTF8.GetBytes($"{{\"a\":{new string('[', depth - 1)}{new string(']', depth - 1)}}}");

        Assert.True(ValidatedEvent.TryParse(Of(64), out _, out _));
        Assert.False(ValidatedEvent.TryParse(Of(65), out _, out _));
        Assert.False(ValidatedEvent.TryParse(Of(1_000_000), out _, out _));
    }

    [Theory]
    [InlineData(40)]
    [InlineData(20_000)]
    public void A_name_twice_is_found_among_many(int count)
    {
        string Of(string last) => $"{{{string.Join(",", Enumerable.Range(0, count).Select(i => $"\"name{i}\":{i}"))},\"{last}\":0}}";

        Assert.True(ValidatedEvent.TryParse(Encoding.UTF8.GetBytes(Of("other")), out _, out _));
        Assert.False(ValidatedEvent.TryParse(Encoding.UTF8.GetBytes(Of("name\\u0037")), out _, out var fault));
        Assert.Contains("twice", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_base_librarys_parser_takes_and_refuses_the_same_bytes()
    {
        var random = new Random(11);
        var cases = new RandomCases(random, isDense: false);
        var options = new JsonDocumentOptions { MaxDepth = 64, AllowDuplicateProperties = false };
        var (taken, refused) = (0, 0);
        for (var i = 0; i < 20_000; i++)
        {
            var bytes = Mutation.Of(Encoding.UTF8.GetBytes(cases.Event()), random);
            var isTaken = ValidatedEvent.TryParse(bytes, out _, out var fault);
            if (fault?.Message.Contains("path", StringComparison.Ordinal) == true || fault?.Message.Contains("surrogate", StringComparison.Ordinal) == true) continue; // what only Ermine asks for

            Assert.True(isTaken == IsTaken(bytes, options), $"{Encoding.UTF8.GetString(bytes)}: {fault}");
            (taken, refused) = isTaken ? (taken + 1, refused) : (taken, refused + 1);
        }

        Assert.True(taken > 2_000 && refused > 2_000, $"{taken} taken, {refused} refused");
    }

    private static bool IsTaken(byte[] bytes, JsonDocumentOptions options)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes, options);
            return document.RootElement.ValueKind == JsonValueKind.Object && System.Text.Unicode.Utf8.IsValid(bytes);
        }
        catch (JsonException)
        {
            return false; // refused
        }
    }
}
