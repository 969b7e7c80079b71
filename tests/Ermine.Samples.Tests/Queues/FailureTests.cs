using Ermine.Queues.Toy;
using Ermine.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Ermine.Samples.Tests.Queues;

public sealed class FailureTests : IAsyncLifetime
{
    private TestApp _app = null!;

    // A lease outlasts what the clock is put on by: an attempt that comes early may be under way then.
    public async Task InitializeAsync() => _app = await TestApp.StartAsync<Chores>(options => options.Set("Ermine:Functions:chores.run:LeaseSeconds", "3600"));

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Theory]
    [InlineData("format", 1)] // [RejectOn<FormatException>]
    [InlineData("timeout", 2)] // [RetryOn<TimeoutException>(MaxAttempts = 2)]
    [InlineData("other", 3)] // MaxAttempts of the function
    public async Task A_message_is_tried_as_often_as_the_exception_says(string failure, int attempts)
    {
        await _app.Queue<Errand>().SendAsync(new Errand(failure));
        for (var attempt = 1; attempt <= attempts; attempt++) // a wait is a random part of what it may be, so an attempt may come before the clock is put on
        {
            await _app.IdleAsync();
            await _app.Clock.AdvanceAsync(TimeSpan.FromMinutes(10));
        }

        await _app.IdleAsync();

        Assert.Equal(attempts, Assert.Single(await _app.Http.DeadLettersAsync("errands")).Attempts);
        Assert.Equal(attempts, _app.Runs().Count);
    }

    [Fact]
    public async Task A_message_whose_time_is_over_goes_to_the_dead_letters_unseen()
    {
        await _app.Http.AskAsync("POST", "/letters/pause");
        await _app.Queue<Letter>().SendAsync(new Letter("today's menu"), new() { TimeToLive = TimeSpan.FromHours(1) });
        await _app.Queue<Letter>().SendAsync(new Letter("a love letter"));
        await _app.Clock.AdvanceAsync(TimeSpan.FromMinutes(61));
        await _app.Http.AskAsync("POST", "/letters/resume");
        await _app.IdleAsync();

        Assert.Equal(["a love letter"], _app.Runs());
        Assert.Contains("expired", Assert.Single(await _app.Http.DeadLettersAsync("letters")).Reason);
    }
}
