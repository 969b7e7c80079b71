using System.Net;
using System.Net.Http.Json;
using Ermine.Testing;
using Polls;

namespace Ermine.Samples.Tests.Polls;

/// <summary>The report that the sample makes on demand, over HTTP and from code.</summary>
public sealed class ReportTests : IAsyncLifetime
{
    private static readonly Guid Known = Guid.CreateVersion7();

    private TestApp _app = null!;

    public async Task InitializeAsync()
    {
        _app = await TestApp.StartAsync<Voting>();
        await using var documents = _app.Documents.LightweightSession();
        documents.Store(new Poll { Id = Known, Question = "Tea?", Choices = ["yes", "no"], Votes = [3, 1] });
        await documents.SaveChangesAsync();
    }

    public Task DisposeAsync() => _app.DisposeAsync().AsTask();

    [Fact]
    public async Task A_report_is_called_from_code_by_its_name() =>
        Assert.Equal(new PollReport("Tea?", 4, "yes"), await _app.Functions.SummariseAsync(Known));

    [Fact]
    public async Task A_report_is_called_over_HTTP_by_its_id()
    {
        using var answer = await CallAsync(new { pollId = Known });

        Assert.Equal(new PollReport("Tea?", 4, "yes"), await answer.Content.ReadFromJsonAsync<PollReport>());
    }

    [Fact]
    public async Task A_report_on_what_is_not_there_is_null()
    {
        using var answer = await CallAsync(new { pollId = Guid.Empty });

        Assert.Null(await _app.Functions.SummariseAsync(Guid.Empty));
        Assert.Equal((HttpStatusCode.OK, "null"), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task A_wrong_argument_is_named()
    {
        using var answer = await CallAsync(new { pollId = "seven" });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("\"/pollId\":[\"The argument must be a UUID.\"]", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private Task<HttpResponseMessage> CallAsync(object arguments) => _app.Http.PostAsJsonAsync("/_ermine/functions/reporting.summarise", arguments);
}
