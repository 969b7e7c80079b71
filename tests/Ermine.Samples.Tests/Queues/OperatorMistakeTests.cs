using System.Globalization;
using System.Net;

namespace Ermine.Samples.Tests.Queues;

/// <summary>What operators ask for, and cannot have. Nothing of it changes anything, so that all tests share an app.</summary>
public sealed class OperatorMistakeTests(ChoresApp chores) : IClassFixture<ChoresApp>
{
    private HttpClient Http => chores.App.Http;

    [Theory]
    [InlineData("POST", "/{0}/pause")]
    [InlineData("POST", "/{0}/resume")]
    [InlineData("DELETE", "/{0}/messages?confirm={0}")]
    [InlineData("GET", "/{0}/dead-letters/groups")]
    [InlineData("GET", "/{0}/dead-letters")]
    [InlineData("GET", "/{0}/dead-letters/1")]
    [InlineData("PUT", "/{0}/dead-letters/1")]
    [InlineData("POST", "/{0}/dead-letters/redrive")]
    [InlineData("DELETE", "/{0}/dead-letters?confirm={0}")]
    public async Task A_queue_that_there_is_not_is_not_found(string method, string path)
    {
        foreach (var queue in new[] { "lettres", "No-Name" }) // one that might be, one that no queue can have
        {
            var answer = await Http.AskAsync(method, string.Format(CultureInfo.InvariantCulture, path, queue), method == "PUT" ? "{}" : null);

            Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), answer);
        }
    }

    [Theory]
    [InlineData("POST", "/redrive?rate=fast")]
    [InlineData("POST", "/redrive?limit=0")]
    [InlineData("POST", "/redrive?limit=1001")]
    [InlineData("GET", "?limit=1001")]
    [InlineData("GET", "?limit=many")]
    [InlineData("DELETE", "?confirm=letters")]
    [InlineData("DELETE", "")]
    public async Task What_makes_no_sense_is_refused_and_changes_nothing(string method, string query)
    {
        var refused = await Http.AskAsync(method, $"/errands/dead-letters{query}");

        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), refused);
        Assert.Equal(3, (await Http.DeadLettersAsync("errands")).Length);
    }

    [Theory]
    [InlineData("GET", "/errands/dead-letters?fingerprint=%00")]
    [InlineData("POST", "/errands/dead-letters/redrive?fingerprint=%00")]
    [InlineData("DELETE", "/errands/dead-letters?confirm=errands&fingerprint=%00")]
    [InlineData("DELETE", "/errands/messages?confirm=%00")]
    public async Task Nothing_has_a_zero_character(string method, string path) =>
        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), await Http.AskAsync(method, path));
}
