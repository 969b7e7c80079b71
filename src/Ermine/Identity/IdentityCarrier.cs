using System.Security.Claims;
using System.Text;
using Ermine.Kernel;

namespace Ermine.Identity;

/// <summary>Signs identities onto messages, and reads them again. A signature holds for one queue and one body.</summary>
internal sealed class IdentityCarrier(IdentitySettings settings, IdentityClaims claims, TimeProvider time) : IIdentityCarrier
{
    /// <summary>Bytes that an identity has at most, with its signature.</summary>
    public const int MaxBytes = 4_096;

    public bool Attaches => settings.Attaches;

    public IReadOnlyList<OutgoingMessage> Attach(IReadOnlyList<OutgoingMessage> messages, ClaimsPrincipal sender, bool isAsked)
    {
        if (!sender.Identities.Any(i => i.IsAuthenticated))
            return isAsked ? throw new ArgumentException("As names nobody: it must be somebody who is authenticated, such as new ClaimsPrincipal(new ClaimsIdentity(claims, \"service\")).") : messages;
        if (settings.Keys is not [var key, ..])
            return isAsked ? throw new InvalidOperationException($"As names a sender, and this app has no key to sign that with: {IdentitySettings.Remedy}.") : messages;

        var identity = IdentityText.Write(sender, claims, time.GetUtcNow());
        return [.. messages.Select(m => m with { Headers = With(m.Headers, Checked(Signed(key, m.Queue, m.Payload, identity), sender)) })];
    }

    public Sender Read(string queue, Message message)
    {
        if (message.Headers?.TryGetValue(Message.Identity, out var header) != true) return Sender.Unknown("the message bears no identity");
        if (settings.Keys.Count == 0) return Sender.Unknown("the message bears an identity, and this app has no key to check it with");
        if (Verified(queue, header!, message.Payload) is not { } identity) return Sender.Unknown("the signature of the identity that the message bears does not verify");
        if (IdentityText.Read(identity) is not { } read) return Sender.Unknown("the identity that the message bears cannot be read");
        if (settings.MaxAge is { } age && time.GetUtcNow() - read.At > age) return Sender.Unknown($"the identity that the message bears is older than {age.TotalHours:0} hours");
        return new Sender(read.User, read.Claims);
    }

    public IReadOnlyDictionary<string, string>? Renew(IReadOnlyDictionary<string, string>? headers, (string Queue, ReadOnlyMemory<byte> Body) before, (string Queue, ReadOnlyMemory<byte> Body) after)
    {
        if (headers?.TryGetValue(Message.Identity, out var header) != true || settings.Keys is not [var key, ..] || Verified(before.Queue, header!, before.Body) is not { } identity) return headers;
        return With(headers, Signed(key, after.Queue, after.Body, identity));
    }

    private static string Signed(IdentityKey key, string queue, ReadOnlyMemory<byte> body, string identity) => $"{key.Sign(queue, body, identity)};{key.Id};{identity}";

    // The identity of a header whose signature is right; null of one whose is not.
    private string? Verified(string queue, string header, ReadOnlyMemory<byte> body)
    {
        if (header.Length > MaxBytes || header.Split(';', 3) is not [var signature, var id, var identity]) return null;
        return settings.Keys.Any(key => key.Id == id && key.Verifies(signature, queue, body, identity)) ? identity : null;
    }

    private string Checked(string header, ClaimsPrincipal sender)
    {
        var bytes = Encoding.UTF8.GetByteCount(header);
        return bytes <= MaxBytes ? header : throw new ArgumentException(
            $"The identity of the sender has {bytes:N0} bytes, and at most {MaxBytes:N0} travel with a message; the largest part is the claim '{IdentityText.Largest(sender, claims)}'. Send on behalf of somebody with fewer claims, by As.");
    }

    private static Dictionary<string, string> With(IReadOnlyDictionary<string, string>? headers, string identity) =>
        new(headers ?? new Dictionary<string, string>(), StringComparer.Ordinal) { [Message.Identity] = identity };
}
