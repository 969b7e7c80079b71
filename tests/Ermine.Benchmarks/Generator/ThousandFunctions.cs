namespace Ermine.Benchmarks.Generator;

/// <summary>A large app: 1,000 functions in 200 classes, 800 plain files, and what one may do to it while one works.</summary>
internal static class ThousandFunctions
{
    public const int Classes = 200;
    public const int PlainFiles = 800;

    /// <summary>The files of the app, by path.</summary>
    public static IEnumerable<(string Path, string Text)> Files =>
    [
        ("GlobalUsings.cs", "global using System;\nglobal using System.Collections.Generic;\nglobal using System.Threading;\nglobal using System.Threading.Tasks;\nglobal using Ermine;\nglobal using Ermine.Queues;\n"),
        ("Program.cs", "var builder = Microsoft.AspNetCore.Builder.WebApplication.CreateBuilder(args);\nbuilder.Build();\n"),
        .. Enumerable.Range(0, Classes).Select(i => ($"Ordering{i}.cs", Functions(i))),
        .. Enumerable.Range(0, PlainFiles).Select(i => ($"Stock{i}.cs", Plain(i))),
    ];

    /// <summary>The edits of a working day.</summary>
    public static IReadOnlyList<ProjectEdit> Edits =>
    [
        new("unrelated edit", 0, n => ("Stock7.cs", Plain(7, $"x + {n}"))),
        new("line shift", 0, n => ("Ordering42.cs", new string('\n', 1 + (n % 9)) + Functions(42))),
        new("body edit", 0, n => ("Ordering42.cs", Functions(42, body: $"var seen = {n}; _ = seen;"))),
        new("attribute edit", 1, n => ("Ordering42.cs", Functions(42, batchSize: 101 + n))),
        new("new class", 3, n => ($"Ordering{1_000 + n}.cs", Functions(1_000 + n))),
    ];

    private static string Functions(int i, int batchSize = 100, string body = "") => $$"""
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Http;

        namespace Shop.Part{{i % 10}};

        [Queue("orders-{{i}}")] public sealed record Order{{i}}(Guid Id, string Customer, decimal Total);
        public sealed record NewOrder{{i}}(string Customer, IReadOnlyList<string> Items);
        public interface IStock{{i}} { Task TakeAsync(Guid order, CancellationToken ct); }

        [Authorize("seller")]
        public sealed class Ordering{{i}}(IStock{{i}} stock, TimeProvider clock)
        {
            [Function, QueueTrigger(LeaseSeconds = 90)]
            public async Task Handle(Order{{i}} order, CancellationToken ct)
            {
                {{body}}
                await stock.TakeAsync(order.Id, ct);
            }

            [Function(MaxAttempts = 3), QueueTrigger(BatchSize = {{batchSize}})]
            public Task HandleMany(IReadOnlyList<Order{{i}}> orders, CancellationToken ct) => Task.FromResult((orders, ct));

            [Function, Rest("POST /orders-{{i}}")]
            public async Task<IResult> Open(NewOrder{{i}} body, IQueue<Order{{i}}> orders, CancellationToken ct)
            {
                await orders.SendAsync(new Order{{i}}(Guid.NewGuid(), body.Customer, 0), ct: ct);
                return Results.Accepted();
            }

            [Function, Rest("GET /orders-{{i}}/{id}"), AllowAnonymous]
            public Task<Order{{i}}?> Show(Guid id, string? currency) => Task.FromResult<Order{{i}}?>(id == default ? null : new Order{{i}}(id, currency ?? "", 1));

            [Function, Rest("GET /orders-{{i}}"), AllowAnonymous]
            public string Find(int page = 1, int size = 50) => $"{page}{size}{clock.GetUtcNow()}";
        }

        """;

    private static string Plain(int i, string body = "x") => $$"""
        namespace Shop.Stocks{{i}};

        public class Stock{{i}}
        {
            [Obsolete("kept for callers of old")] public int One(int x) => {{body}} + {{i}};
            public string Name => "{{i}}";
            public void Many() { for (var k = 0; k < 10; k++) Console.WriteLine(k); }
        }

        """;
}
