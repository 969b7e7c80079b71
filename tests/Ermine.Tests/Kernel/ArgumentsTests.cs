using System.Buffers;
using System.Text;
using Ermine.Kernel;
using Ermine.Tests.Doubles;

namespace Ermine.Tests.Kernel;

/// <summary>Arguments as JSON, by name.</summary>
public sealed class ArgumentsTests
{
    private static readonly ArgumentJson Options = ArgumentJson.Of(new PayloadOptions().Json);

    [Theory]
    [InlineData("""{ "limit": 5 }""")]
    [InlineData("""{ "Limit": 5 }""")]
    [InlineData("""{ "l\u0069mit": 5 }""")]
    [InlineData("""{ "other": { "limit": 1 }, "limit": 5, "rest": [1, [2]] }""")]
    [InlineData("""{ "limit": 4, "limit": 5 }""")]
    public void An_argument_is_found_by_its_name(string json) => Assert.Equal(5, Of(json).Get<int>("limit", 7));

    [Fact]
    public void A_name_beyond_ASCII_is_found() => Assert.Equal("ja", Of("""{ "größe": "ja" }""").Get<string>("größe", 0));

    [Fact]
    public void An_argument_that_is_not_given_keeps_its_default() => Assert.False(Of("""{ "other": 1 }""").Has("limit", 0));

    [Theory]
    [InlineData("""{ "name": null }""", "The argument must not be null.")]
    [InlineData("""{ "name": 1 }""", "The argument must be a text.")]
    [InlineData("""{ }""", "The argument is missing.")]
    public void A_text_that_must_be_there_is_there_or_named(string json, string message)
    {
        var arguments = Of(json);

        arguments.Get<string>("name", 0);

        Assert.True(arguments.AreBad);
        Assert.Equal([message], arguments.Mistakes["/name"]);
    }

    [Fact]
    public void Null_is_a_value_where_the_type_allows_it()
    {
        var arguments = Of("""{ "name": null, "limit": null }""");

        Assert.Null(arguments.GetOrNull<string>("name", 0));
        Assert.Null(arguments.Get<int?>("limit", 1));
        Assert.False(arguments.AreBad);
    }

    [Fact]
    public void A_mistake_within_an_argument_is_named_by_its_path()
    {
        var arguments = Of("""{ "order": { "lines": [ { "count": "two" } ] } }""");

        arguments.Get<Order>("order", 0);

        Assert.Equal(["/order/lines/0/count"], arguments.Mistakes.Keys);
    }

    [Fact]
    public void Members_that_are_missing_within_an_argument_are_named()
    {
        var arguments = Of("""{ "order": { "lines": [ {} ] } }""");

        arguments.Get<Order>("order", 0);

        Assert.Equal(["/order/lines/0/count"], arguments.Mistakes.Keys);
    }

    [Fact]
    public void A_message_is_the_same_arguments_each_time_it_is_asked()
    {
        var invocation = Message("""{ "limit": 5 }""");

        var arguments = Arguments.Of(invocation);

        Assert.Equal(5, arguments.Get<int>("limit", 0));
        Assert.Same(arguments, Arguments.Of(invocation));
    }

    [Fact]
    public void A_message_with_bad_arguments_is_given_up_for_good()
    {
        var arguments = Arguments.Of(Message("{}"));
        arguments.Get<int>("limit", 0);

        var outcome = arguments.Reject();

        Assert.Equal((OutcomeKind.Rejected, "/limit: The argument is missing."), (outcome.Kind, outcome.Reason));
        Assert.IsType<PayloadException>(outcome.Exception);
    }

    [Fact]
    public void A_result_is_written_by_its_declared_type()
    {
        var arguments = Of("{}");
        var output = new ArrayBufferWriter<byte>();

        arguments.Return<Line>(new LineWithNote(2, "not for everybody"));

        Assert.True(arguments.TryWriteResult(output));
        Assert.Equal("""{"count":2}""", Encoding.UTF8.GetString(output.WrittenSpan));
    }

    [Fact]
    public async Task Items_that_nobody_waits_for_are_gathered_into_one_result()
    {
        var arguments = Of("{}");

        await arguments.ReturnAsync(Enumerable.Range(1, 3).ToAsyncEnumerable(), default);

        Assert.Equal([1, 2, 3], Assert.IsType<List<int>>(arguments.Result));
    }

    [Fact]
    public void A_trigger_without_arguments_says_so()
    {
        var kernel = new TestKernel();
        var invocation = new TestInvocation(kernel.Add((_, _) => new(Outcome.Completed)));

        Assert.Contains("test.run", Assert.Throws<InvalidOperationException>(() => Arguments.Of(invocation)).Message, StringComparison.Ordinal);
    }

    private static Arguments Of(string json) => new Arguments().Begin(Encoding.UTF8.GetBytes(json), Options);

    private static WorkInvocation Message(string payload)
    {
        var kernel = new TestKernel();
        var function = kernel.Add((_, _) => new(Outcome.Completed), input: InputShape.Arguments);
        return new WorkInvocation(function, new Lease("runs", 1, [TestWork.Message(1, payload: payload)]), new PayloadSerializer(new PayloadOptions().Json), NoServices.Instance);
    }

    private sealed record Order(IReadOnlyList<Line> Lines);

    private record Line(int Count);

    private sealed record LineWithNote(int Count, string Note) : Line(Count);
}
