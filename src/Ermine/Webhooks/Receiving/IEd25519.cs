namespace Ermine.Webhooks.Receiving;

/// <summary>Checks Ed25519 signatures (RFC 8032), which .NET has nothing for; a port that the package Ermine.Webhooks.Ed25519 fills.</summary>
public interface IEd25519
{
    /// <summary>Whether these bytes are a public key that only its owner can sign for.</summary>
    bool IsKey(ReadOnlySpan<byte> key);

    /// <summary>Whether a signature of 64 bytes is that of the key's owner.</summary>
    bool Verify(ReadOnlySpan<byte> key, ReadOnlySpan<byte> content, ReadOnlySpan<byte> signature);
}
