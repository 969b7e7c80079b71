using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace Shop;

[Queue("orders")] public sealed record Order(Guid Id);
[Queue("mails")] public sealed record Mail(string To);

public interface IMailer;
public abstract class Printer;
public sealed class Stock;
public delegate int Pricing(Order order);

public sealed class Selling(IMailer mailer, Printer printer, [FromKeyedServices("eu")] IQueue<Mail> mails, IMailer? spare = null)
{
    [Function, QueueTrigger]
    public void Sell(Order order, Pricing pricing, [FromServices] Stock stock, [FromKeyedServices(7)] IMailer seventh, [FromKeyedServices("none")] IMailer? perhaps, IEnumerable<IMailer> all, IServiceProvider services)
        => _ = (order, pricing, stock, seventh, perhaps, all, services, mailer, printer, mails, spare);

    [Function, QueueTrigger]
    public static void Count(Order order) => _ = order;
}

public sealed class Closing : IDisposable
{
    [Function, QueueTrigger] public void Close(Order order) => _ = order;

    [Function, QueueTrigger] public Task CloseLater(Order order) => Task.FromResult(order);

    public void Dispose() { }
}

public class Ending : IAsyncDisposable
{
    [Function, QueueTrigger] public void End(Order order) => _ = order;

    public ValueTask DisposeAsync() => default;
}

public sealed class Both : Ending, IDisposable
{
    [Function, QueueTrigger] public static void Nothing(Order order) => _ = order;

    [Function, QueueTrigger] public void Something(Order order) => _ = order;

    void IDisposable.Dispose() { }
}
