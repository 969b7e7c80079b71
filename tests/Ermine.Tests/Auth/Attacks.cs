using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;

namespace Ermine.Tests.Auth;

/// <summary>The table of attacks: tokens that nobody may come in with.</summary>
internal static class Attacks
{
    public static IReadOnlyList<Attack> All { get; } =
    [
        new("no algorithm", "no signature", false, a => $"{TestIssuer.Encode("""{"alg":"none","typ":"JWT"}""")}.{TestIssuer.Encode(a.Good.Payload().ToJsonString())}."),
        new("no algorithm, but a signature", "its algorithm is not that of the key", false, a => a.Good.Token(h => h["alg"] = "none")),
        new("the public key as a secret", "its algorithm is not that of the key", false, a => a.Good.SignWith(Encoding.UTF8.GetBytes(a.Good.Pem))),
        new("a key's name that is a path", "no key of issuer 'good'", false, a => a.Good.SignWith(new byte[32], h => h["kid"] = "../../../../dev/null")),
        new("an embedded key", "brings a key along ('jwk')", false, a => a.Stranger.Sign(With(a.Stranger.Header(), "jwk", KeyOf(a.Stranger)), a.Good.Payload().ToJsonString())),
        new("the address of keys", "brings a key along ('jku')", false, a => ForeignAt(a, "jku", a.Listener)),
        new("the address of a certificate", "brings a key along ('x5u')", false, a => ForeignAt(a, "x5u", a.Listener)),
        new("a chain of certificates", "brings a key along ('x5c')", false, a => ForeignAt(a, "x5c", new JsonArray(a.Listener))),
        new("the address of keys in a token that is good otherwise", "brings a key along ('jku')", true, a => a.Good.Token(h => h["jku"] = a.Listener)),
        new("an issuer nobody knows", "its issuer is not one", false, a => a.Good.Token(payload: p => p["iss"] = "https://elsewhere.test/")),
        new("an issuer in other letters", "its issuer is not one", false, a => a.Good.Token(payload: p => p["iss"] = a.Good.Address.ToUpperInvariant())),
        new("no issuer", "it names no issuer", false, a => a.Good.Token(payload: p => p.Remove("iss"))),
        new("another audience", "for another audience", false, a => a.Good.Token(payload: p => p["aud"] = "bank")),
        new("no audience", "for another audience", false, a => a.Good.Token(payload: p => p.Remove("aud"))),
        new("another tenant's key", "no key of issuer 'good'", true, a => a.Other.Token(payload: p => p["iss"] = a.Good.Address)),
        new("no expiry", "does not say when it expires", false, a => a.Good.Token(payload: p => p.Remove("exp"))),
        new("not valid yet", "not valid yet", false, a => a.Good.Token(payload: p => p["nbf"] = p["exp"]!.DeepClone())),
        new("expired two minutes ago", "it has expired", true, a => a.Good.Token(now: DateTimeOffset.UtcNow.AddMinutes(-12))),
        new("expired an hour ago", "it has expired", false, a => a.Good.Token(now: DateTimeOffset.UtcNow.AddMinutes(-70))),
        new("an expiry that is a text", "'exp' is no time", true, a => a.Good.Token(payload: p => p["exp"] = TestIssuer.InSeconds(600))),
        new("an expiry in thirty million years", "'exp' is no time", true, a => a.Good.Sign(a.Good.Header().ToJsonString(), Raw(a, "\"exp\":1e15"))),
        new("a signature cut off", "no signature", false, a => a.Good.Token().Split('.') is [var h, var p, _] ? $"{h}.{p}." : ""),
        new("a signature of zeros", "its signature is not", false, a => a.Good.Token().Split('.') is [var h, var p, _] ? $"{h}.{p}.{System.Buffers.Text.Base64Url.EncodeToString(new byte[256])}" : ""),
        new("another payload under a good signature", "its signature is not", false, a => a.Good.Token().Split('.') is [var h, _, var s] ? $"{h}.{TestIssuer.Encode(With(a.Good.Payload(), "sub", "root"))}.{s}" : ""),
        new("a stranger's signature", "its signature is not", false, a => a.Stranger.Sign(a.Good.Header().ToJsonString(), a.Good.Payload().ToJsonString())),
        new("an unknown key's name under a good signature", "no key of issuer 'good'", true, a => a.Good.Token(h => h["kid"] = "good-9")),
        new("a critical extension", "its header says 'crit'", true, a => a.Good.Token(h => h["crit"] = new JsonArray("b64"))),
        new("another type", "its type ('typ')", true, a => a.Good.Token(h => h["typ"] = "dpop+jwt")),
        new("an identity token's missing type", "its type ('typ')", true, a => a.Good.Token(h => h.Remove("typ"))),
        new("PSS with a key for PKCS", "its algorithm is not that of the key", true, a => a.Good.Sign(With(a.Good.Header(), "alg", "PS256"), a.Good.Payload().ToJsonString(), RSASignaturePadding.Pss)),
        new("a claim twice", "each member stands once", true, a => a.Good.Sign(a.Good.Header().ToJsonString(), Raw(a, $"\"exp\":{TestIssuer.InSeconds(600)},\"sub\":\"root\""))),
        new("a claim twice, once in escapes", "each member stands once", true, a => a.Good.Sign(a.Good.Header().ToJsonString(), Raw(a, $$"""
            "exp":{{TestIssuer.InSeconds(600)}},"s\u0075b":"root"
            """))),
        new("a header's member twice", "each member stands once", true, a => a.Good.Sign($$"""{"alg":"none","alg":"RS256","typ":"JWT","kid":"{{a.Good.KeyId}}"}""", a.Good.Payload().ToJsonString())),
        new("twenty thousand characters", "are the most", true, a => a.Good.Token(payload: p => p["noise"] = new string('x', 15_000))),
        new("a key of 1,024 bits", "the key has 1024 bits", true, a => a.Weak.Token()),
        new("an encrypted token that grows", "it is encrypted", false, a => $"{TestIssuer.Encode("""{"alg":"dir","enc":"A256GCM","zip":"DEF","typ":"JWT"}""")}..{TestIssuer.Encode(new string('x', 12))}.{TestIssuer.Encode(new string('\0', 6_000))}.{TestIssuer.Encode(new string('x', 16))}"),
        new("bits to spare in the last character", "is no base64url", false, a => Respelled(a.Good.Token())),
        new("padding", "is no base64url", true, a => a.Good.Token() + "=="),
        new("bytes that are no text", "each member stands once", false, a => $"{TestIssuer.Encode(a.Good.Header().ToJsonString())}.{System.Buffers.Text.Base64Url.EncodeToString([0x7b, 0xff, 0xfe, 0x7d])}.AAAA"),
        new("no token at all", "no signed token of three parts", false, _ => "letmein"),
    ];

    /// <summary>The same token in other letters: the last character of a signature of 256 bytes has four bits that mean nothing.</summary>
    public static string Respelled(string token)
    {
        const string alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        return token[..^1] + alphabet[alphabet.IndexOf(token[^1], StringComparison.Ordinal) + 1];
    }

    private static string ForeignAt(Attacked a, string member, JsonNode value) => a.Stranger.Sign(With(With(a.Stranger.Header(), member, value), "kid", a.Stranger.KeyId), a.Good.Payload().ToJsonString());

    private static JsonObject KeyOf(TestIssuer issuer)
    {
        var key = JsonWebKeyConverter.ConvertFromRSASecurityKey(issuer.PublicKey);
        return new() { ["kty"] = "RSA", ["kid"] = issuer.KeyId, ["n"] = key.N, ["e"] = key.E };
    }

    private static string Raw(Attacked a, string rest) => $$"""{"iss":"{{a.Good.Address}}","aud":"{{TestIssuer.Audience}}","sub":"alice",{{rest}}}""";

    private static string With(JsonObject json, string member, JsonNode value)
    {
        json[member] = value;
        return json.ToJsonString();
    }

    private static string With(string json, string member, JsonNode value) => With(JsonNode.Parse(json)!.AsObject(), member, value);
}
