namespace Ermine.Kernel;

/// <summary>How a message waits for others of its key, of which the last takes the place of those before.</summary>
/// <param name="Key">What they have in common.</param>
/// <param name="Wait">How long it waits for the next.</param>
/// <param name="Longest">How long the first of them waits at most.</param>
public sealed record Debounce(string Key, TimeSpan Wait, TimeSpan Longest);
