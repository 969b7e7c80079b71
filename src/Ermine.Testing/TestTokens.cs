using System.Net.Http.Headers;
using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Ermine.Testing;

/// <summary>Signs tokens for tests, with a real key of its own: what a test passes with is judged as in production.</summary>
/// <example><code>using var tokens = new TestTokens();
/// await using var app = await TestApp.StartAsync&lt;Program&gt;(o => o.Trust(tokens));
/// app.Http.DefaultRequestHeaders.Authorization = tokens.For("alice", "vote");</code></example>
public sealed class TestTokens : IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false };
    private readonly TimeProvider _clock;

    /// <summary>Makes an issuer.</summary>
    /// <param name="issuer">The name of its section under <c>Ermine:Auth:Issuers</c>; one that the app has is replaced. Default: <c>test</c>.</param>
    /// <param name="clock">The clock that tokens go by. Default: the system's.</param>
    public TestTokens(string issuer = "test", TimeProvider? clock = null) => (Name, _clock) = (issuer, clock ?? TimeProvider.System);

    /// <summary>The name of its section under <c>Ermine:Auth:Issuers</c>.</summary>
    public string Name { get; }

    /// <summary>What its tokens say as <c>iss</c>.</summary>
    public string Issuer => $"https://{Name}.tests.invalid/";

    /// <summary>What its tokens say as <c>aud</c>.</summary>
    public string Audience => "tests";

    /// <summary>The header <c>Authorization</c> of a caller.</summary>
    /// <param name="subject">Who it is.</param>
    /// <param name="scopes">What the token was given for.</param>
    public AuthenticationHeaderValue For(string subject, params string[] scopes) => new("Bearer", Make(subject, scopes));

    /// <summary>A token.</summary>
    /// <param name="subject">Who it is of.</param>
    /// <param name="scopes">What it was given for. Default: nothing.</param>
    /// <param name="claims">What else it says; a claim that is there already is replaced.</param>
    /// <param name="lifetime">How long it is valid; a negative one has expired. Default: 10 minutes.</param>
    public string Make(string subject, IEnumerable<string>? scopes = null, IReadOnlyDictionary<string, object>? claims = null, TimeSpan? lifetime = null)
    {
        var now = _clock.GetUtcNow();
        var all = new Dictionary<string, object>
        {
            ["iss"] = Issuer,
            ["aud"] = Audience,
            ["sub"] = subject,
            ["iat"] = now.ToUnixTimeSeconds(),
            ["exp"] = (now + (lifetime ?? TimeSpan.FromMinutes(10))).ToUnixTimeSeconds(),
        };
        if (string.Join(' ', scopes ?? []) is { Length: > 0 } scope) all["scope"] = scope;
        foreach (var (name, value) in claims ?? new Dictionary<string, object>()) all[name] = value;
        return _handler.CreateToken(new SecurityTokenDescriptor
        {
            TokenType = "at+jwt",
            Claims = all,
            SigningCredentials = new SigningCredentials(new ECDsaSecurityKey(_key) { KeyId = Name }, SecurityAlgorithms.EcdsaSha256),
        });
    }

    /// <inheritdoc/>
    public void Dispose() => _key.Dispose();

    /// <summary>What has an app take its tokens, under the issuer's section.</summary>
    internal IEnumerable<KeyValuePair<string, string>> Settings() =>
    [
        new("Authority", ""), new("JwksFile", ""), new("Issuer", Issuer), new("Audiences:0", Audience), new("Keys:0:Id", Name), new("Keys:0:Pem", _key.ExportSubjectPublicKeyInfoPem()),
    ];
}
