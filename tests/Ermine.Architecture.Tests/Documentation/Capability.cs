namespace Ermine.Architecture.Tests.Documentation;

/// <summary>Something that Ermine can do, under the one word by which it is found in every part of the tree.</summary>
/// <param name="Word">The word, in lower case.</param>
/// <param name="Places">Folders or files of which at least one path has the word in it.</param>
internal sealed record Capability(string Word, params string[] Places)
{
    public IEnumerable<string> MissingFrom(IEnumerable<string> paths) => Places
        .Where(place => !paths.Any(p => (p == place || p.StartsWith(place + "/", StringComparison.Ordinal)) && p[place.Length..].Contains(Word, StringComparison.OrdinalIgnoreCase)))
        .Select(place => $"'{Word}' is not found in {place}");
}
