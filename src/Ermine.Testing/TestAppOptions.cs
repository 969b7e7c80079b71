using Microsoft.Extensions.DependencyInjection;

namespace Ermine.Testing;

/// <summary>What one test changes of the app.</summary>
public sealed class TestAppOptions
{
    internal Dictionary<string, string?> Settings { get; } = [];

    internal List<Action<IServiceCollection>> Services { get; } = [];

    /// <summary>Sets a configuration value, such as <c>Ermine:Functions:voting.tally:BatchSize</c>.</summary>
    public TestAppOptions Set(string key, string? value)
    {
        Settings[key] = value;
        return this;
    }

    /// <summary>Adds or replaces services, after the app has registered its own.</summary>
    public TestAppOptions ConfigureServices(Action<IServiceCollection> configure)
    {
        Services.Add(configure);
        return this;
    }

    /// <summary>Has the app take the tokens of a test.</summary>
    public TestAppOptions Trust(TestTokens tokens)
    {
        foreach (var (name, value) in tokens.Settings()) Set($"Ermine:Auth:Issuers:{tokens.Name}:{name}", value);
        return this;
    }
}
