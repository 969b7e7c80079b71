using System.Net.Http.Headers;
using System.Text;

namespace Ermine.Samples.Tests.OpenApi.Fuzzing;

/// <summary>A request that was made from a document.</summary>
/// <param name="Kind">How it stands to it.</param>
/// <param name="Operation">What it asks for.</param>
/// <param name="Address">Path and query.</param>
/// <param name="Headers">What it carries besides.</param>
/// <param name="Body">Its body; null for none.</param>
/// <param name="ContentType">The body's.</param>
internal sealed record FuzzRequest(FuzzKind Kind, ApiOperation Operation, string Address, IReadOnlyList<(string Name, string Value)> Headers, byte[]? Body, string? ContentType)
{
    public HttpRequestMessage ToMessage(Uri server)
    {
        var message = new HttpRequestMessage(new HttpMethod(Operation.Method), new Uri(server, Address));
        foreach (var (name, value) in Headers) message.Headers.TryAddWithoutValidation(name, value);
        if (Body is null) return message;

        message.Content = new ByteArrayContent(Body);
        if (ContentType is not null) message.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(ContentType);
        return message;
    }

    public override string ToString() => $"{Kind} {Operation.Method} {Shortened(Address)} {ContentType} {(Body is null ? "" : Shortened(Encoding.UTF8.GetString(Body)))}";

    private static string Shortened(string text) => text.Length <= 300 ? text : $"{text[..300]}... ({text.Length} characters)";
}
