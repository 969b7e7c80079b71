using System.IO;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Shop;

public sealed record Order(string Article);

[AllowAnonymous]
public static class Answering
{
    [Function, Rest("GET /union")] public static async Task<Results<Ok<Order>, NotFound>> Union(int id) { await Task.Yield(); return id == 0 ? TypedResults.NotFound() : TypedResults.Ok(new Order("")); }

    [Function, Rest("GET /bytes")] public static byte[] Bytes() => [];
    [Function, Rest("GET /stream")] public static Stream? Content() => null;
    [Function, Rest("GET /memory")] public static Task<MemoryStream> Memory() => Task.FromResult(new MemoryStream());
    [Function, Rest("GET /file/{name}")] public static ValueTask<FileInfo?> File(string name) => new(new FileInfo(name));

    [Function, Rest("GET /items")] public static async IAsyncEnumerable<Order> Items(int count, [EnumeratorCancellation] CancellationToken ct) { for (var i = 0; i < count; i++) { await Task.Delay(1, ct); yield return new Order(""); } }
    [Function, Rest("GET /later")] public static async Task<IAsyncEnumerable<string>?> Later() { await Task.Yield(); return null; }
    [Function, Rest("GET /events")] public static async IAsyncEnumerable<SseItem<Order>> Events() { await Task.Yield(); yield return new(new Order("")); }
}
