using System.Net;
using System.Net.Http.Json;
using Ermine.Queues;
using Ermine.Queues.Toy;
using Ermine.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Ermine.Samples.Tests.Queues;

/// <summary>PostgreSQL stores no zero character in a text. Where one gets in, it is said so before a statement fails of it.</summary>
public sealed class ZeroCharacterTests(ChoresApp chores) : IClassFixture<ChoresApp>
{
    private readonly TestApp _app = chores.App;

    [Fact]
    public async Task A_payload_arrives_as_it_was_sent()
    {
        await _app.Queue<Note>().SendAsync(new Note("a\0b"));
        await _app.IdleAsync();

        Assert.Single(_app.Runs(), run => run == "a\0b");
    }

    [Fact]
    public async Task A_failure_that_tells_of_one_is_kept_with_a_sign_for_it()
    {
        await _app.Queue<Wish>().SendAsync(new Wish("a\0b"));
        await _app.IdleAsync();

        var letter = Assert.Single(await _app.Http.DeadLettersAsync("wishes"));
        Assert.Equal("NotSupportedException: Nobody can a␀b.", letter.Reason);
        Assert.Single(_app.Runs(), run => run.StartsWith("wishes chores.fail 1:", StringComparison.Ordinal));
    }

    public static TheoryData<string, SendOptions> Options => new()
    {
        { "DeduplicationKey", new SendOptions { DeduplicationKey = "a\0b" } },
        { "Headers", new SendOptions { Headers = new Dictionary<string, string> { ["x"] = "a\0b" } } },
        { "Headers", new SendOptions { Headers = new Dictionary<string, string> { ["a\0b"] = "x" } } },
    };

    [Theory]
    [MemberData(nameof(Options))]
    public async Task A_send_that_would_store_one_is_refused(string option, SendOptions options)
    {
        var refused = await Assert.ThrowsAsync<ArgumentException>(() => _app.Queue<Note>().SendAsync(new Note("text"), options));

        Assert.StartsWith($"{option} ", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_payload_from_outside_that_has_one_is_refused()
    {
        var before = _app.Runs();

        using var answer = await _app.Http.PostAsJsonAsync("/_ermine/functions/chores.keep", new Note("a\0b"));

        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Equal(before, _app.Runs());
    }

    [Fact]
    public async Task No_queue_has_a_name_with_one()
    {
        var control = _app.Services.GetRequiredService<IQueueControl>();

        await Assert.ThrowsAsync<ArgumentException>(() => control.PauseAsync("a\0b"));
    }
}
