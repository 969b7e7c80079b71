// library Shop.Orders
namespace Shop.Orders;

[Queue("orders")] public sealed record Order(Guid Id);

public sealed class Ordering
{
    [Function, QueueTrigger] public void Take(Order order) => _ = order;
}
// library 3rd-party.Mail
using Ermine.Kernel;
using Microsoft.Extensions.Hosting;

[assembly: ErmineProvider(typeof(Mail.MailProvider))]

namespace Mail;

public static class MailProvider
{
    public static void AddTo(IHostApplicationBuilder builder, FunctionCatalog catalog) => _ = (builder, catalog);
}

[Queue("mails")] public sealed record Letter(string To);

public sealed class Mailing
{
    [Function, QueueTrigger] public void Send(Letter letter) => _ = letter;
}
// app Shop.Web
using Microsoft.AspNetCore.Authorization;

namespace Shop.Web;

public static class Home
{
    [Function, Rest("GET /"), AllowAnonymous] public static string Hello() => "Hello";
}
