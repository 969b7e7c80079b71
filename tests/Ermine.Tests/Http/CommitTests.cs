using System.Net;
using Ermine.Http;
using Ermine.Kernel;
using Ermine.Tests.Doubles;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Ermine.Tests.Http;

public sealed class CommitTests
{
    [Theory]
    [InlineData(CommitFailure.Conflict, HttpStatusCode.Conflict, 0)]
    [InlineData(CommitFailure.Unavailable, HttpStatusCode.ServiceUnavailable, 1)]
    [InlineData(CommitFailure.Unknown, HttpStatusCode.ServiceUnavailable, 1)]
    [InlineData(CommitFailure.Refused, HttpStatusCode.InternalServerError, 1)]
    [InlineData(CommitFailure.Unstorable, HttpStatusCode.BadRequest, 0)]
    public async Task A_commit_that_failed_is_answered_instead_of_the_result(CommitFailure failure, HttpStatusCode status, int logged)
    {
        await using var app = await HttpApp.StartAsync("GET /", Sending);
        app.Commits.Fails = new CommitException(failure, "no");

        var response = await app.Client.GetAsync("/");

        await Problem.OfAsync(response, status);
        Assert.DoesNotContain("done", await response.Content.ReadAsStringAsync());
        Assert.Equal(logged, app.Log.Count(101));
    }

    [Fact]
    public async Task The_answer_is_written_after_the_commit()
    {
        await using var app = await HttpApp.StartAsync("GET /", Sending);

        Assert.Equal("done", await app.Client.GetStringAsync("/"));

        Assert.Null(Assert.Single(app.Commits.Committed));
        Assert.Equal(0, app.Commits.Open);
    }

    [Fact]
    public async Task To_return_is_to_commit_whatever_the_status()
    {
        await using var app = await HttpApp.StartAsync("GET /", (invocation, ct) =>
        {
            invocation.Commit.Send(new OutgoingMessage("failed-logins", default));
            ((HttpInvocation)invocation).Respond(TypedResults.Unauthorized());
            return new(Outcome.Completed);
        });

        Assert.Equal(HttpStatusCode.Unauthorized, (await app.Client.GetAsync("/")).StatusCode);

        Assert.Single(app.Commits.Committed);
    }

    [Fact]
    public async Task A_run_without_effects_commits_nothing()
    {
        await using var app = await HttpApp.StartAsync("GET /", (_, _) => new(Outcome.Completed));

        await app.Client.GetAsync("/");

        Assert.Empty(app.Commits.Committed);
    }

    [Fact]
    public async Task A_queue_that_is_kept_from_one_request_does_not_send_in_the_commit_of_another()
    {
        IQueue<Vote>? kept = null;
        Exception? late = null;
        await using var app = await HttpApp.StartAsync("GET /", async (invocation, ct) =>
        {
            if (kept is null) kept = invocation.Services.GetRequiredService<IQueue<Vote>>();
            else late = await Record.ExceptionAsync(() => kept.SendAsync(new Vote(1), ct: ct));
            return Outcome.Completed;
        }, configure: AddQueues);

        await app.Client.GetAsync("/");
        await app.Client.GetAsync("/");

        Assert.IsType<InvalidOperationException>(late);
        Assert.Empty(app.Commits.Sent);
    }

    [Fact]
    public async Task A_run_shares_the_services_of_its_request()
    {
        object? ofRequest = null;
        object? ofRun = null;
        await using var app = await HttpApp.StartAsync("GET /", (invocation, _) =>
        {
            ofRun = invocation.Services.GetRequiredService<InvocationScope>();
            ofRequest = ((HttpInvocation)invocation).Input.RequestServices.GetRequiredService<InvocationScope>();
            return new(Outcome.Completed);
        });

        await app.Client.GetAsync("/");

        Assert.NotNull(ofRun);
        Assert.Same(ofRequest, ofRun);
    }

    [Fact]
    public async Task A_request_that_brings_an_idempotency_key_keeps_it()
    {
        await using var app = await HttpApp.StartAsync("GET /", (invocation, _) =>
        {
            ((HttpInvocation)invocation).RespondText(invocation.IdempotencyKey);
            return new(Outcome.Completed);
        });
        using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { { "Idempotency-Key", "order-7" } } };

        Assert.Equal("order-7", await (await app.Client.SendAsync(request)).Content.ReadAsStringAsync());
        Assert.NotEmpty(await app.Client.GetStringAsync("/"));
    }

    private static ValueTask<Outcome> Sending(Invocation invocation, CancellationToken ct)
    {
        invocation.Commit.Send(new OutgoingMessage("votes", default));
        ((HttpInvocation)invocation).RespondText("done");
        return new(Outcome.Completed);
    }

    private static void AddQueues(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IWorkStore>(new ScriptedStore());
        QueueProvider.AddTo(builder, new FunctionCatalog());
    }

    [Queue("votes")]
    private sealed record Vote(int Choice);
}
