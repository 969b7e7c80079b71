using System.Net.ServerSentEvents;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ermine.Http;

public sealed partial class HttpInvocation
{
    private ItemStream? _items;

    /// <summary>Answers with a sequence: as one JSON list, written after the commit, or, where the caller accepts server-sent events or a JSON
    /// value a line, item by item while the function makes them, with the commit at the end.</summary>
    public async ValueTask RespondItemsAsync<T>(IAsyncEnumerable<T>? items, CancellationToken ct)
    {
        if (items is null || ItemStream.For(Input, _endpoint.ItemJson) is not { } stream)
        {
            RespondJson(items is null ? null : await GatherAsync(items, ct));
            return;
        }

        if (IsCaptured)
        {
            Respond(new GatheredItems<T>(stream, await GatherAsync(items, ct), static (stream, item, ct) => stream.AddAsync(item, ct)));
            return;
        }

        Begin(stream);
        await foreach (var item in items.WithCancellation(ct)) await stream.AddAsync(item, ct);
    }

    /// <summary>Answers with server-sent events, each with the type, id and interval that it says, while the function makes them; the commit comes at the end.</summary>
    public async ValueTask RespondItemsAsync<T>(IAsyncEnumerable<SseItem<T>>? items, CancellationToken ct)
    {
        if (items is null)
        {
            Respond(null);
            return;
        }

        var stream = new ItemStream(Input, _endpoint.ItemJson, isEvents: true);
        if (IsCaptured)
        {
            Respond(new GatheredItems<SseItem<T>>(stream, await GatherAsync(items, ct), static (stream, item, ct) => stream.AddEventAsync(item, ct)));
            return;
        }

        Begin(stream);
        await foreach (var item in items.WithCancellation(ct)) await stream.AddEventAsync(item, ct);
    }

    /// <summary>Ends an answer of which a part is out in such a way that nobody takes it for whole: by an event <c>error</c>, or by breaking it off.</summary>
    internal ValueTask BreakOffAsync(ProblemHttpResult? problem)
    {
        if (problem is not null && _items is { IsEvents: true } events && !Input.RequestAborted.IsCancellationRequested) return events.FailAsync(problem.StatusCode, problem.ProblemDetails.Title);

        Input.Abort();
        return default;
    }

    // What is kept is written with the commit, and sent after it.
    private bool IsCaptured => _endpoint.Habits?.Keep(Input) == true;

    private void Begin(ItemStream stream)
    {
        _items = stream;
        _result = stream;
        _writer = ItemWriter.Instance;
    }

    private static async ValueTask<List<T>> GatherAsync<T>(IAsyncEnumerable<T> items, CancellationToken ct)
    {
        var list = new List<T>();
        await foreach (var item in items.WithCancellation(ct)) list.Add(item);
        return list;
    }
}
