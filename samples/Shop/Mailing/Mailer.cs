using System.Net.Mail;
using Ermine.Kernel;

namespace Shop.Mailing;

/// <summary>Confirms orders by mail. It knows nothing of the store: messages come in, mails and messages go out.</summary>
public sealed class Mailer
{
    [Function, QueueTrigger(MaxRate = "50/s")] // what the mail server allows, to all nodes together
    [RejectOn<FormatException>] // an address that is none stays none: no second attempt
    public async Task Confirm(Confirmation order, Invocation run, IMail mail, IQueue<Confirmed> confirmed, CancellationToken ct)
    {
        if (!MailAddress.TryCreate(order.Email, out var to)) throw new FormatException("The order has no valid address.");

        var pause = await mail.SendAsync(to, order.Text, run.IdempotencyKey, ct);
        if (pause is { } wait) throw new RetryAfter(wait, "The mail server is busy.");

        await confirmed.SendAsync(new Confirmed(order.OrderId), ct: ct);
    }
}
