using Ermine.Kernel;
using Microsoft.AspNetCore.Authorization;

namespace Ermine.Auth;

/// <summary>Policies in one line of configuration: words that all hold, such as <c>scope:vote role:member|organiser claim:country=de</c>.</summary>
internal static class PolicyText
{
    private static readonly string[] Kinds = ["authenticated", "scope", "role", "claim"];

    /// <summary>The policy that a line says.</summary>
    /// <exception cref="ErmineStartupException">A word of it says nothing.</exception>
    public static AuthorizationPolicy Read(string name, string text)
    {
        var policy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser();
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0) throw Wrong(name, text, "It is empty.");
        foreach (var word in words) Add(policy, name, text, word);
        return policy.Build();
    }

    private static void Add(AuthorizationPolicyBuilder policy, string name, string text, string word)
    {
        var colon = word.IndexOf(':', StringComparison.Ordinal);
        var (kind, value) = colon < 0 ? (word, "") : (word[..colon], word[(colon + 1)..]);
        switch (kind, Alternatives(value))
        {
            case ("authenticated", []): break; // as all of them are
            case ("scope", { Length: > 0 } scopes): policy.RequireScope(scopes); break;
            case ("role", { Length: > 0 } roles): policy.RequireRole(roles); break;
            case ("claim", { Length: > 0 }): AddClaim(policy, value); break;
            default: throw Wrong(name, text, NearestName.Of(kind, Kinds) is { } meant && meant != kind ? $"'{word}' says nothing; did you mean '{meant}{(value.Length > 0 ? ":" : "")}{value}'?" : $"'{word}' says nothing.");
        }
    }

    private static void AddClaim(AuthorizationPolicyBuilder policy, string value)
    {
        var equals = value.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0) policy.RequireClaim(value);
        else policy.RequireClaim(value[..equals], Alternatives(value[(equals + 1)..]));
    }

    private static string[] Alternatives(string value) => value.Split('|', StringSplitOptions.RemoveEmptyEntries);

    private static ErmineStartupException Wrong(string name, string text, string what) =>
        new($"The setting {AuthSettings.PoliciesSection}:{name} = '{text}' is no policy. {what} A policy is one or more of 'scope:a|b', 'role:a|b', 'claim:type=a|b', 'claim:type' and 'authenticated', with spaces between those that all have to hold.");
}
