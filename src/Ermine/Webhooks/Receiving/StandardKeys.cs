using Ermine.Kernel;

namespace Ermine.Webhooks.Receiving;

/// <summary>What Standard Webhooks are signed with: secrets of <c>v1</c>, and public keys of <c>v1a</c>.</summary>
internal sealed class StandardKeys
{
    private const string SecretPrefix = "whsec_";
    private const string KeyPrefix = "whpk_";
    private const int FewestBytes = 24;
    private const int MostBytes = 64;

    private readonly List<byte[]> _keys = [];
    private readonly IEd25519? _ed25519;

    private StandardKeys(IEd25519? ed25519) => _ed25519 = ed25519;

    public List<byte[]> Secrets { get; } = [];

    /// <summary>Reads them as they are written in the specification.</summary>
    /// <exception cref="ErmineStartupException">One is none, or nothing can check its signatures. The message does not show it.</exception>
    public static StandardKeys Of(IReadOnlyList<WebhookSecret> secrets, IEd25519? ed25519)
    {
        var keys = new StandardKeys(ed25519);
        foreach (var secret in secrets) keys.Add(secret);
        return keys;
    }

    /// <summary>Whether one of the signatures is that of one of the keys.</summary>
    public bool Fit(ReadOnlySpan<byte> head, ReadOnlySpan<byte> body, IReadOnlyList<byte[]> signatures)
    {
        if (_keys.Count == 0 || signatures.Count == 0) return false;

        byte[] content = [.. head, .. body];
        return signatures.Any(signature => signature.Length == 64 && _keys.Any(key => _ed25519!.Verify(key, content, signature)));
    }

    public static byte[]? Base64(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) && length > 0 ? bytes[..length] : null;
    }

    private void Add(WebhookSecret secret)
    {
        if (secret.Text.StartsWith(KeyPrefix, StringComparison.Ordinal))
        {
            if (_ed25519 is null) throw secret.Fault("is a public key, whose signatures nothing in this app can check: reference the package Ermine.Webhooks.Ed25519");
            _keys.Add(Base64(secret.Text[KeyPrefix.Length..]) is { } key && _ed25519.IsKey(key) ? key : throw secret.Fault($"is no public key: '{KeyPrefix}' and the base64 of 32 bytes, as the sender shows it"));
        }
        else
        {
            Secrets.Add(secret.Text.StartsWith(SecretPrefix, StringComparison.Ordinal) && Base64(secret.Text[SecretPrefix.Length..]) is { Length: >= FewestBytes and <= MostBytes } bytes
                ? bytes
                : throw secret.Fault($"is no secret of Standard Webhooks: '{SecretPrefix}' and the base64 of {FewestBytes} to {MostBytes} bytes, or '{KeyPrefix}' and that of a public key, as the sender shows it"));
        }
    }
}
