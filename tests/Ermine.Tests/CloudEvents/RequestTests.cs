using CloudNative.CloudEvents;
using Ermine.CloudEvents;
using Microsoft.AspNetCore.Http;

namespace Ermine.Tests.CloudEvents;

/// <summary>CloudEvents in requests.</summary>
public sealed class RequestTests
{
    [Theory]
    [InlineData("Gr%C3%BCner%20Tee%2C%2050%20%25", "Grüner Tee, 50 %")]
    [InlineData("%f0%9f%8d%b5", "🍵")]
    [InlineData("\"green \\\"tea\\\"\"", "green \"tea\"")]
    [InlineData("plain", "plain")]
    public async Task Headers_are_percent_decoded(string header, string subject) => Assert.Equal(subject, (await ReadAsync(header))!.Subject);

    [Fact]
    public async Task What_was_written_as_headers_is_read_again()
    {
        const string Subject = "Grüner \"Tee\", 50 % 🍵";
        Assert.Equal(Subject, (await ReadAsync(CloudNative.CloudEvents.Http.HttpUtilities.EncodeHeaderValue(Subject)))!.Subject);
    }

    [Theory]
    [InlineData("text/plain; charset=utf-8", "tea")]
    [InlineData("application/json", "\"tea\"")]
    [InlineData("application/vnd.shop+json", "\"tea\"")]
    public async Task Data_are_read_as_their_content_type_says(string contentType, string body)
    {
        var read = await ReadAsync("s", contentType, body);

        Assert.Equal("tea", $"{read!.Data}");
        Assert.Equal(contentType, read.DataContentType);
    }

    [Fact]
    public async Task A_request_without_a_version_is_none() => Assert.Null(await ReadAsync("s", version: null));

    private static async Task<CloudEvent?> ReadAsync(string subject, string contentType = "application/json", string body = "{}", string? version = "1.0")
    {
        var request = new DefaultHttpContext().Request;
        if (version is not null) request.Headers["ce-specversion"] = version;
        foreach (var (name, value) in new[] { ("id", "1"), ("source", "shop"), ("type", "Closed"), ("subject", subject) }) request.Headers[$"ce-{name}"] = value;
        request.ContentType = contentType;
        request.Body = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(body));
        return (await CloudEventRequest.ReadAsync(request, CancellationToken.None))?.Single();
    }
}
