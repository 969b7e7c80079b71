using Microsoft.AspNetCore.Http;

namespace Ermine.Webhooks.Receiving;

/// <summary>Why a request is no delivery.</summary>
/// <param name="Status">The status that the sender is answered with.</param>
/// <param name="Title">What the sender is told.</param>
/// <param name="Reason">What the log is told; never a value of the request, nor anything of a secret.</param>
internal sealed record WebhookRefusal(int Status, string Title, string Reason)
{
    /// <summary>It is not signed by who holds the secret. The sender is not told what is wrong with it, since it may be somebody who tries.</summary>
    public static WebhookRefusal Forged(string reason) => new(StatusCodes.Status401Unauthorized, "The signature is missing or wrong.", reason);

    /// <summary>Its time is none, or too far from ours.</summary>
    public static WebhookRefusal Untimely(string reason) => new(StatusCodes.Status400BadRequest, "The timestamp is missing, malformed, or more than five minutes from now.", reason);

    /// <summary>It cannot be read.</summary>
    public static WebhookRefusal Bad(string title) => new(StatusCodes.Status400BadRequest, title, title);
}
