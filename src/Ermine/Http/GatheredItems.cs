using Microsoft.AspNetCore.Http;

namespace Ermine.Http;

/// <summary>Answers items that were gathered before, in the form of a stream.</summary>
internal sealed class GatheredItems<T>(ItemStream stream, IReadOnlyList<T> items, Func<ItemStream, T, CancellationToken, ValueTask> add) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        foreach (var item in items) await add(stream, item, httpContext.RequestAborted);
        await stream.EndAsync();
    }
}
