using Ermine.Architecture.Toy;
using Ermine.Http;
using Ermine.Kernel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Ermine.Architecture.Tests.Toy;

/// <summary>What the generator emits, until it does.</summary>
internal static class HandWritten
{
    public static void AddErmine(this IHostApplicationBuilder builder)
    {
        var catalog = new FunctionCatalog();
        catalog.Add("inbox.open", new FunctionAttribute(), new FileDropAttribute("letters") { PollMilliseconds = 5 }, null, InputShape.Message, OpenAsync);
        catalog.Add("inbox.look", new FunctionAttribute(), new TickerAttribute { EverySeconds = 60 }, null, InputShape.None, LookAsync);
        KernelProvider.AddTo(builder, catalog);
        HttpProvider.AddTo(builder, catalog);
        QueueProvider.AddTo(builder, catalog);
        FileDropProvider.AddTo(builder, catalog);
        TickerProvider.AddTo(builder, catalog);
    }

    private static ValueTask<Outcome> OpenAsync(Invocation invocation, CancellationToken ct)
    {
        new Inbox(invocation.Services.GetRequiredService<Arrivals>()).Open(((Invocation<Batch>)invocation).Input.One<Letter>());
        return new ValueTask<Outcome>(Outcome.Completed);
    }

    private static ValueTask<Outcome> LookAsync(Invocation invocation, CancellationToken ct)
    {
        new Inbox(invocation.Services.GetRequiredService<Arrivals>()).Look();
        return new ValueTask<Outcome>(Outcome.Completed);
    }
}
