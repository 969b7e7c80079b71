using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Ermine.Webhooks.Receiving;

/// <summary>Reads when a webhook was sent, and holds it to the time of ours.</summary>
internal static class SentAt
{
    private static readonly string[] Formats = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <summary>How far it may be from now, both ways: an older one may be a copy that somebody has kept.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(300);

    /// <summary>Why a time is refused; null where it is not.</summary>
    public static WebhookRefusal? Refuse(string? text, WebhookTimestamp unit, DateTimeOffset now) =>
        !TryParse(text, unit, out var sent) ? WebhookRefusal.Untimely(text is null ? "its timestamp is missing, or there twice" : "its timestamp cannot be read")
        : (now - sent).Duration() > Tolerance ? WebhookRefusal.Untimely(string.Create(CultureInfo.InvariantCulture,
            $"its timestamp is {(now - sent).Duration().TotalSeconds:0} s {(sent < now ? "old" : "ahead")}, and {Tolerance.TotalSeconds:0} s are allowed; if the sender is right, look at this machine's clock"))
        : null;

    /// <summary>Reads it as it is written: no sign, no space, and no fraction of seconds or milliseconds.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, WebhookTimestamp unit, out DateTimeOffset sent)
    {
        sent = default;
        if (unit == WebhookTimestamp.Iso8601)
            return DateTimeOffset.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out sent);
        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return false;

        var perSecond = unit == WebhookTimestamp.Milliseconds ? 1_000 : 1;
        if (number / perSecond > DateTimeOffset.MaxValue.ToUnixTimeSeconds()) return false;
        sent = unit == WebhookTimestamp.Milliseconds ? DateTimeOffset.FromUnixTimeMilliseconds(number) : DateTimeOffset.FromUnixTimeSeconds(number);
        return true;
    }
}
