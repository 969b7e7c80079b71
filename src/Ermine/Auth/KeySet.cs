using Microsoft.IdentityModel.Tokens;

namespace Ermine.Auth;

/// <summary>Reads a JSON Web Key Set (RFC 7517).</summary>
internal static class KeySet
{
    /// <summary>Those of its keys that sign tokens.</summary>
    /// <param name="json">The set.</param>
    /// <param name="isPublic">Whether everyone can read it, so that a secret in it is none.</param>
    /// <exception cref="InvalidDataException">It is no set of keys.</exception>
    public static IReadOnlyList<SigningKey> Read(string json, bool isPublic)
    {
        try
        {
            return [.. new JsonWebKeySet(json).Keys.Where(k => !isPublic || k.Kty != "oct").Select(SigningKey.Of).OfType<SigningKey>()];
        }
        catch (ArgumentException e)
        {
            throw new InvalidDataException("It holds no JSON Web Key Set.", e);
        }
    }
}
