using System.Net;
using Ermine.Http;
using Ermine.Kernel;
using Ermine.Tests.Doubles;

namespace Ermine.Tests.Http;

public sealed class FileTests
{
    private static readonly byte[] Content = [.. Enumerable.Range(0, 100).Select(i => (byte)i)];

    [Fact]
    public async Task Bytes_and_streams_are_answered_as_they_are_or_by_the_range_that_is_asked_for()
    {
        foreach (var respond in (Action<HttpInvocation>[])[http => http.RespondFile(Content), http => http.RespondFile(new MemoryStream(Content))])
        {
            await using var app = await RespondAsync(respond);

            var whole = await app.Client.GetAsync("/");
            var part = await RangeAsync(app, "bytes=10-19");
            var beyond = await RangeAsync(app, "bytes=200-");

            Assert.Equal((HttpStatusCode.OK, "application/octet-stream", 100), (whole.StatusCode, whole.Content.Headers.ContentType!.MediaType, (await whole.Content.ReadAsByteArrayAsync()).Length));
            Assert.Equal((HttpStatusCode.PartialContent, "bytes 10-19/100"), (part.StatusCode, part.Content.Headers.ContentRange!.ToString()));
            Assert.Equal(Content[10..20], await part.Content.ReadAsByteArrayAsync());
            Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, beyond.StatusCode);
        }
    }

    [Fact]
    public async Task A_file_has_the_content_type_of_its_name_and_is_not_sent_again_while_it_is_the_same()
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.png");
        await File.WriteAllBytesAsync(path, Content);
        try
        {
            await using var app = await RespondAsync(http => http.RespondFile(new FileInfo(path)));
            var whole = await app.Client.GetAsync("/");
            using var again = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { IfModifiedSince = whole.Content.Headers.LastModified } };

            Assert.Equal(("image/png", 100L), (whole.Content.Headers.ContentType!.MediaType, whole.Content.Headers.ContentLength));
            Assert.Equal(HttpStatusCode.NotModified, (await app.Client.SendAsync(again)).StatusCode);
            Assert.Equal(Content[90..], await (await RangeAsync(app, "bytes=-10")).Content.ReadAsByteArrayAsync());
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task What_is_not_there_is_answered_with_404()
    {
        foreach (var respond in (Action<HttpInvocation>[])[http => http.RespondFile((byte[]?)null), http => http.RespondFile((Stream?)null), http => http.RespondFile((FileInfo?)null), http => http.RespondFile(new FileInfo("/nowhere"))])
        {
            await using var app = await RespondAsync(respond);

            await Problem.OfAsync(await app.Client.GetAsync("/"), HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task A_stream_is_disposed_also_where_the_commit_fails()
    {
        var stream = new MemoryStream(Content);
        await using var app = await RespondAsync(http =>
        {
            http.Commit.Send(new OutgoingMessage("votes", default));
            http.RespondFile(stream);
        });
        app.Commits.Fails = new CommitException(CommitFailure.Unavailable, "no");

        await Problem.OfAsync(await app.Client.GetAsync("/"), HttpStatusCode.ServiceUnavailable);
        await app.StopAsync();

        Assert.False(stream.CanRead);
    }

    private static async Task<HttpResponseMessage> RangeAsync(HttpApp app, string range)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Add("Range", range);
        return await app.Client.SendAsync(request);
    }

    private static Task<HttpApp> RespondAsync(Action<HttpInvocation> respond) => HttpApp.StartAsync("GET /", (invocation, _) =>
    {
        respond((HttpInvocation)invocation);
        return new(Outcome.Completed);
    });
}
