using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.IdentityModel.Tokens;

namespace Ermine.Tests.Auth;

/// <summary>Someone who signs tokens with a real key, good ones and bad ones.</summary>
internal sealed class TestIssuer(string name, int bits = 2_048) : IDisposable
{
    public const string Audience = "shop";

    public RSA Key { get; private set; } = RSA.Create(bits);

    public string KeyId { get; private set; } = $"{name}-1";

    public string Address => $"https://{name}.test/";

    public RsaSecurityKey PublicKey => new(Key.ExportParameters(false)) { KeyId = KeyId };

    public string Pem => Key.ExportSubjectPublicKeyInfoPem();

    public static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));

    /// <summary>Has an app take its tokens.</summary>
    public void TrustIn(WebApplicationBuilder builder)
    {
        var section = $"Ermine:Auth:Issuers:{name}";
        builder.Configuration[$"{section}:Issuer"] = Address;
        builder.Configuration[$"{section}:Audiences:0"] = Audience;
        builder.Configuration[$"{section}:Keys:0:Id"] = KeyId;
        builder.Configuration[$"{section}:Keys:0:Pem"] = Pem;
    }

    /// <summary>Its public key, as a JSON Web Key Set.</summary>
    public string KeySet()
    {
        var key = JsonWebKeyConverter.ConvertFromRSASecurityKey(PublicKey);
        return new JsonObject { ["keys"] = new JsonArray(new JsonObject { ["kty"] = "RSA", ["use"] = "sig", ["kid"] = KeyId, ["n"] = key.N, ["e"] = key.E }) }.ToJsonString();
    }

    /// <summary>Signs with another key from now on.</summary>
    public void Rotate()
    {
        Key.Dispose();
        Key = RSA.Create(bits);
        KeyId = $"{name}-2";
    }

    public JsonObject Header() => new() { ["alg"] = "RS256", ["typ"] = "at+jwt", ["kid"] = KeyId };

    public JsonObject Payload(DateTimeOffset? now = null)
    {
        var seconds = (now ?? DateTimeOffset.UtcNow).ToUnixTimeSeconds();
        return new() { ["iss"] = Address, ["aud"] = Audience, ["sub"] = "alice", ["scope"] = "read vote", ["nbf"] = seconds - 10, ["exp"] = seconds + 600 };
    }

    /// <summary>A token: a good one, but for what the test changes.</summary>
    public string Token(Action<JsonObject>? header = null, Action<JsonObject>? payload = null, DateTimeOffset? now = null)
    {
        var (head, body) = (Header(), Payload(now));
        header?.Invoke(head);
        payload?.Invoke(body);
        return Sign(head.ToJsonString(), body.ToJsonString());
    }

    /// <summary>Signs whatever text.</summary>
    public string Sign(string header, string payload, RSASignaturePadding? padding = null)
    {
        var signed = $"{Encode(header)}.{Encode(payload)}";
        return $"{signed}.{Base64Url.EncodeToString(Key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, padding ?? RSASignaturePadding.Pkcs1))}";
    }

    /// <summary>Signs with a secret instead.</summary>
    public string SignWith(byte[] secret, Action<JsonObject>? header = null, JsonObject? payload = null)
    {
        var head = Header();
        head["alg"] = "HS256";
        header?.Invoke(head);
        var signed = $"{Encode(head.ToJsonString())}.{Encode((payload ?? Payload()).ToJsonString())}";
        return $"{signed}.{Base64Url.EncodeToString(HMACSHA256.HashData(secret, Encoding.ASCII.GetBytes(signed)))}";
    }

    public static string InSeconds(double fromNow) => DateTimeOffset.UtcNow.AddSeconds(fromNow).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    public void Dispose() => Key.Dispose();
}
