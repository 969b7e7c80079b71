using Microsoft.AspNetCore.Http;

namespace Ermine.Http;

/// <summary>Ends an answer whose items are out.</summary>
internal sealed class ItemWriter : ResultWriter
{
    public static ItemWriter Instance { get; } = new();

    public override Task WriteAsync(HttpContext context, RestEndpoint endpoint, object? result) => ((ItemStream)result!).EndAsync();
}
