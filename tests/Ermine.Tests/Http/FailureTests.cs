using System.Net;
using System.Net.Sockets;
using System.Text;
using Ermine.Http;
using Ermine.Kernel;
using Ermine.Tests.Doubles;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Ermine.Tests.Http;

public sealed class FailureTests
{
    [Fact]
    public async Task A_function_that_throws_is_answered_with_500_and_not_called_again()
    {
        var calls = 0;
        await using var app = await HttpApp.StartAsync("GET /", (_, _) =>
        {
            calls++;
            throw new InvalidOperationException("the secret reason");
        });

        var response = await app.Client.GetAsync("/");

        await Problem.OfAsync(response, HttpStatusCode.InternalServerError);
        Assert.DoesNotContain("secret", await response.Content.ReadAsStringAsync());
        Assert.Equal((1, 1), (calls, app.Log.Count(101)));
        Assert.Contains("the secret reason", app.Log.Text);
    }

    [Fact]
    public async Task A_function_that_takes_too_long_is_answered_with_504()
    {
        await using var app = await HttpApp.StartAsync("GET /", async (_, ct) =>
        {
            await Task.Delay(Timeout.Infinite, ct);
            return Outcome.Completed;
        }, new FunctionAttribute { TimeoutSeconds = 1 });

        await Problem.OfAsync(await app.Client.GetAsync("/"), HttpStatusCode.GatewayTimeout);
    }

    [Fact]
    public async Task A_function_that_refuses_a_request_by_throwing_says_the_status_and_commits_nothing()
    {
        await using var app = await HttpApp.StartAsync("GET /", (invocation, _) =>
        {
            invocation.Commit.Send(new OutgoingMessage("votes", default));
            throw new BadHttpRequestException("The poll is closed.", StatusCodes.Status409Conflict);
        });

        var problem = await Problem.OfAsync(await app.Client.GetAsync("/"), HttpStatusCode.Conflict);

        Assert.Equal("The poll is closed.", problem.Title);
        Assert.Empty(app.Commits.Committed);
        Assert.Equal((0, LogLevel.Debug), (app.Log.Count(101), app.Log.Level(108)));
    }

    [Fact]
    public async Task A_function_that_answers_an_outcome_of_failure_is_answered_with_500()
    {
        await using var app = await HttpApp.StartAsync("GET /", (_, _) => new(Outcome.Retry(TimeSpan.FromSeconds(1), "later")));

        await Problem.OfAsync(await app.Client.GetAsync("/"), HttpStatusCode.InternalServerError);
    }

    [Fact]
    public async Task A_caller_that_goes_away_cancels_the_function_and_is_no_failure()
    {
        var gate = new Gate();
        var cancelled = new TaskCompletionSource();
        await using var app = await HttpApp.StartAsync("GET /", async (_, ct) =>
        {
            await using var registration = ct.Register(cancelled.SetResult);
            await gate.PassAsync(ct);
            return Outcome.Completed;
        });
        var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, app.Address.Port);
        await client.GetStream().WriteAsync("GET / HTTP/1.1\r\nHost: a\r\n\r\n"u8.ToArray());
        await gate.ArrivedAsync();

        client.Dispose();
        await cancelled.Task;
        await app.StopAsync();

        Assert.Equal(0, app.Log.Count(101));
        Assert.Equal(1, app.Log.Count(102));
    }

    [Fact]
    public async Task A_caller_that_goes_away_does_not_cancel_the_commit()
    {
        var gate = new Gate();
        await using var app = await HttpApp.StartAsync("GET /", async (invocation, ct) =>
        {
            var gone = new TaskCompletionSource();
            await using var registration = ct.Register(gone.SetResult);
            invocation.Commit.Send(new OutgoingMessage("votes", default));
            await gate.PassAsync(CancellationToken.None);
            await gone.Task;
            return Outcome.Completed;
        });
        var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, app.Address.Port);
        await client.GetStream().WriteAsync("GET / HTTP/1.1\r\nHost: a\r\n\r\n"u8.ToArray());
        await gate.ArrivedAsync();

        client.Dispose();
        gate.Open();
        await app.StopAsync();

        Assert.Single(app.Commits.Committed);
    }

    [Fact]
    public async Task A_failure_after_the_answer_has_begun_breaks_the_connection_off()
    {
        await using var app = await HttpApp.StartAsync("GET /", async (invocation, ct) =>
        {
            await ((HttpInvocation)invocation).Input.Response.WriteAsync("half an ans", Encoding.UTF8, ct);
            throw new InvalidOperationException();
        });

        await Assert.ThrowsAsync<HttpRequestException>(() => app.Client.GetStringAsync("/"));
    }

    [Fact]
    public async Task A_function_that_wrote_its_answer_itself_has_answered()
    {
        await using var app = await HttpApp.StartAsync("GET /", async (invocation, ct) =>
        {
            await ((HttpInvocation)invocation).Input.Response.WriteAsync("all of it", Encoding.UTF8, ct);
            return Outcome.Completed;
        });

        Assert.Equal("all of it", await app.Client.GetStringAsync("/"));
    }
}
