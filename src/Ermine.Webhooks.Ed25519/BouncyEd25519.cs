using Ermine.Webhooks.Receiving;
using Curve = Org.BouncyCastle.Math.EC.Rfc8032.Ed25519;

namespace Ermine.Webhooks.Ed25519;

/// <summary>Ed25519 by Bouncy Castle. Nothing here is secret, so nothing has to take as long for wrong as for right.</summary>
internal sealed class BouncyEd25519 : IEd25519
{
    // In full: of a point of small order, a signature is found that holds for any content.
    public bool IsKey(ReadOnlySpan<byte> key) => key.Length == Curve.PublicKeySize && Curve.ValidatePublicKeyFull(key.ToArray(), 0);

    public bool Verify(ReadOnlySpan<byte> key, ReadOnlySpan<byte> content, ReadOnlySpan<byte> signature) =>
        signature.Length == Curve.SignatureSize && Curve.Verify(signature.ToArray(), 0, key.ToArray(), 0, content.ToArray(), 0, content.Length);
}
