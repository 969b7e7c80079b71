using System.Net.Mail;

namespace Shop.Mailing;

/// <summary>Writes mails to the log instead of sending them.</summary>
internal sealed partial class LogMail(ILogger<LogMail> log) : IMail
{
    public Task<TimeSpan?> SendAsync(MailAddress to, string text, string idempotencyKey, CancellationToken ct)
    {
        Mailed(log, to.Address, text, idempotencyKey);
        return Task.FromResult<TimeSpan?>(null);
    }

    [LoggerMessage(1, LogLevel.Information, "To {Address}: your order of {Text} (mail {Key})")]
    private static partial void Mailed(ILogger log, string address, string text, string key);
}
