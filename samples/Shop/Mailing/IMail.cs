using System.Net.Mail;

namespace Shop.Mailing;

/// <summary>A mail server, as far as a shop needs one.</summary>
public interface IMail
{
    /// <summary>Sends a mail; answers null, or how long to wait before asking again where the server is busy.</summary>
    /// <param name="to">The recipient.</param>
    /// <param name="text">What it says.</param>
    /// <param name="idempotencyKey">The same each time one mail is sent: a server that knows it does nothing.</param>
    /// <param name="ct">Cancels the wait for the server.</param>
    Task<TimeSpan?> SendAsync(MailAddress to, string text, string idempotencyKey, CancellationToken ct);
}
