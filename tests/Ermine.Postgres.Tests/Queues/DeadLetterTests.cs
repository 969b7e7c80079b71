using System.Text;
using Ermine.Kernel;
using Ermine.Queues;
using Microsoft.Extensions.DependencyInjection;

namespace Ermine.Postgres.Tests.Queues;

public sealed class DeadLetterTests(PostgresHarness harness) : IClassFixture<PostgresHarness>, IAsyncLifetime
{
    private static readonly Failure Slow = new("mail.send", "TimeoutException: took 31 s") { Exception = "System.TimeoutException", Detail = "at Mail.Send()" };
    private static readonly Failure Wrong = new("mail.send", "no such address");

    private string _queue = "";

    private IDeadLetters Letters => harness.Node.Services.GetRequiredService<IDeadLetters>();

    public async Task InitializeAsync() => _queue = await harness.NewQueueAsync();

    [Fact]
    public async Task Letters_are_grouped_by_what_failed_and_the_most_frequent_comes_first()
    {
        await BuryAsync(Wrong, "1");
        await BuryAsync(Slow, "2");
        await BuryAsync(Slow with { Reason = "TimeoutException: took 99 s" }, "3");

        var groups = await Letters.GroupsAsync(_queue);

        Assert.Equal([2, 1], groups.Select(g => g.Count));
        Assert.Equal(("mail.send", "System.TimeoutException", "TimeoutException: took 99 s"), (groups[0].Function, groups[0].Exception, groups[0].Reason));
    }

    [Fact]
    public async Task A_letter_tells_all_that_is_known_when_it_is_asked_for_alone()
    {
        await BuryAsync(Slow, """{"to":"a"}""");

        var listed = Assert.Single(await Letters.ListAsync(_queue, new DeadLetterFilter()));
        var letter = await Letters.PeekAsync(_queue, listed.Id);

        Assert.Null(listed.Payload);
        Assert.Equal(("""{"to":"a"}""", "at Mail.Send()", Slow.Fingerprint, 1), (letter!.Payload, letter.Detail, letter.Fingerprint, letter.Attempts));
    }

    [Fact]
    public async Task Letters_are_paged_by_their_numbers()
    {
        for (var i = 0; i < 5; i++) await BuryAsync(Wrong, $"{i}");

        var first = await Letters.ListAsync(_queue, new DeadLetterFilter { Limit = 3 });
        var second = await Letters.ListAsync(_queue, new DeadLetterFilter { Limit = 3, After = first[^1].Id });

        Assert.Equal((3, 2), (first.Count, second.Count));
        Assert.Equal(5, first.Concat(second).Select(l => l.Id).Distinct().Count());
    }

    [Fact]
    public async Task A_letter_that_was_edited_is_tried_again_as_it_was_written()
    {
        await BuryAsync(Wrong, """{"to":"nobody"}""");
        var id = Assert.Single(await Letters.ListAsync(_queue, new DeadLetterFilter())).Id;

        var edited = await Letters.EditAsync(_queue, id, """{"to":"somebody"}""");
        var redriven = await Letters.RedriveAsync(_queue, new DeadLetterFilter { Id = id });

        var message = Assert.Single((await ClaimAsync()).Messages);
        Assert.True(edited);
        Assert.Equal(1, redriven);
        Assert.Equal((id, 1, """{"to":"somebody"}"""), (message.Origin, message.Attempt, Encoding.UTF8.GetString(message.Payload.Span)));
        Assert.Empty(await Letters.ListAsync(_queue, new DeadLetterFilter()));
    }

    [Fact]
    public async Task Letters_of_one_kind_are_sent_again_and_the_others_stay()
    {
        await BuryAsync(Wrong, "1");
        await BuryAsync(Slow, "2");

        var redriven = await Letters.RedriveAsync(_queue, new DeadLetterFilter { Fingerprint = Slow.Fingerprint });

        Assert.Equal(1, redriven);
        Assert.Equal("no such address", Assert.Single(await Letters.ListAsync(_queue, new DeadLetterFilter())).Reason);
    }

    [Fact]
    public async Task At_a_rate_letters_come_due_one_after_the_other()
    {
        for (var i = 0; i < 4; i++) await BuryAsync(Wrong, $"{i}");

        await Letters.RedriveAsync(_queue, new DeadLetterFilter(), new Rate(1.0 / 60, 1)); // one in a minute: seconds may pass by themselves

        var at = new List<int> { (await ClaimAsync()).Messages.Count };
        for (var minute = 1; minute < 4; minute++)
        {
            await harness.AdvanceAsync(TimeSpan.FromMinutes(1));
            at.Add((await ClaimAsync()).Messages.Count);
        }

        Assert.Equal([1, 1, 1, 1], at);
    }

    [Fact]
    public async Task An_ordered_letter_goes_to_the_end_of_its_group()
    {
        await harness.Store.SendAsync([new OutgoingMessage(_queue, "1"u8.ToArray()) { GroupKey = "a" }, new OutgoingMessage(_queue, "2"u8.ToArray()) { GroupKey = "a" }], CancellationToken.None);
        var first = await ClaimAsync(isOrdered: true);
        await harness.Store.DeadLetterAsync(first, Wrong, CancellationToken.None);

        await Letters.RedriveAsync(_queue, new DeadLetterFilter());

        var second = await ClaimAsync(isOrdered: true);
        await harness.Store.AcknowledgeAsync(second, CancellationToken.None);
        var third = await ClaimAsync(isOrdered: true);
        Assert.Equal(["2", "1"], new[] { second, third }.Select(l => Encoding.UTF8.GetString(Assert.Single(l.Messages).Payload.Span)));
    }

    [Fact]
    public async Task Discarded_letters_are_gone()
    {
        await BuryAsync(Wrong, "1");

        var discarded = await Letters.DiscardAsync(_queue, new DeadLetterFilter());

        Assert.Equal(1, discarded);
        Assert.Empty(await Letters.GroupsAsync(_queue));
    }

    [Theory]
    [InlineData("{", "no JSON")]
    [InlineData("", "no JSON")]
    public async Task A_body_that_is_no_JSON_is_refused(string payload, string says)
    {
        var refused = await Assert.ThrowsAsync<PayloadException>(() => Letters.EditAsync(_queue, 1, payload));

        Assert.Contains(says, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_queue_that_is_not_there_is_named()
    {
        var refused = await Assert.ThrowsAsync<ArgumentException>(() => Letters.GroupsAsync("no-such-queue"));

        Assert.Contains("no-such-queue", refused.Message, StringComparison.Ordinal);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    private async Task BuryAsync(Failure failure, string payload)
    {
        await harness.Store.SendAsync([new OutgoingMessage(_queue, Encoding.UTF8.GetBytes(payload))], CancellationToken.None);
        await harness.Store.DeadLetterAsync(await ClaimAsync(), failure, CancellationToken.None);
    }

    private Task<Lease> ClaimAsync(bool isOrdered = false) => harness.Store.ClaimAsync(new WorkClaim(_queue, 10, TimeSpan.FromMinutes(10)) { IsOrdered = isOrdered }, CancellationToken.None);
}
