using System.Text;
using Ermine.Kernel;

namespace Ermine.Tests.Kernel;

public sealed class PayloadSerializerTests
{
    private readonly PayloadSerializer _serializer = new(new PayloadOptions().Json);

    [Fact]
    public void A_payload_is_read_as_it_was_written()
    {
        var vote = new Vote(Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e"), 2);

        var copy = _serializer.Read<Vote>(_serializer.Write(vote));

        Assert.Equal(vote, copy);
    }

    [Fact]
    public void Names_are_in_camel_case() =>
        Assert.Equal("""{"poll":"00000000-0000-0000-0000-000000000000","choice":1}""", Encoding.UTF8.GetString(_serializer.Write(new Vote(default, 1)).Span));

    [Fact]
    public void A_message_of_before_a_member_was_added_is_read() => Assert.Equal(new Vote(default, 3), Read<Vote>("""{"choice":3}"""));

    [Theory]
    [InlineData("""{"choice":"hunter2"}""")]
    [InlineData("""{"choice":hunter2}""")]
    [InlineData("hunter2")]
    public void What_cannot_be_read_is_named_by_its_place_and_never_quoted(string payload)
    {
        var failure = Assert.Throws<PayloadException>(() => Read<Vote>(payload));

        Assert.Contains("line 1, byte", failure.Message);
        Assert.DoesNotContain("hunter2", failure.ToString());
    }

    [Fact]
    public void A_key_of_a_dictionary_is_payload_and_not_quoted()
    {
        var failure = Assert.Throws<PayloadException>(() => Read<Dictionary<string, int>>("""{"hunter2":"x"}"""));

        Assert.DoesNotContain("hunter2", failure.ToString());
    }

    [Theory]
    [InlineData("null")]
    [InlineData("")]
    public void Nothing_is_no_payload(string payload) => Assert.Throws<PayloadException>(() => Read<Vote>(payload));

    [Fact]
    public void A_payload_of_more_than_32_levels_is_refused() => Assert.Throws<PayloadException>(() => Read<object>(new string('[', 33) + new string(']', 33)));

    [Fact]
    public void A_payload_of_the_largest_size_is_written() =>
        Assert.Equal(PayloadSerializer.MaxBytes, _serializer.Write(new string('a', PayloadSerializer.MaxBytes - 2)).Length);

    [Fact]
    public void A_larger_payload_is_refused_with_its_size_and_the_limit()
    {
        var failure = Assert.Throws<PayloadException>(() => _serializer.Write(new string('a', PayloadSerializer.MaxBytes - 1)));

        Assert.Contains($"{PayloadSerializer.MaxBytes + 1:N0} bytes", failure.Message);
        Assert.Contains($"{PayloadSerializer.MaxBytes:N0}", failure.Message);
    }

    [Fact]
    public void A_payload_that_cannot_be_serialised_is_refused() => Assert.Throws<PayloadException>(() => _serializer.Write(new Cyclic()));

    private T Read<T>(string payload) => _serializer.Read<T>(Encoding.UTF8.GetBytes(payload));

    private sealed record Vote(Guid Poll, int Choice);

    private sealed class Cyclic
    {
        public Cyclic Self => this;
    }
}
