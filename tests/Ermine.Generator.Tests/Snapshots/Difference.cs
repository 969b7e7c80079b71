namespace Ermine.Generator.Tests.Snapshots;

/// <summary>Says where two texts part, for people.</summary>
internal static class Difference
{
    private const int Around = 3;

    /// <summary>The lines around the first difference; null where there is none.</summary>
    public static string? Between(string expected, string actual)
    {
        if (expected == actual) return null;

        string[] old = expected.Split('\n'), current = actual.Split('\n');
        var at = old.Zip(current).TakeWhile(pair => pair.First == pair.Second).Count();
        var tail = old.Reverse().Zip(current.Reverse()).TakeWhile(pair => pair.First == pair.Second).Count();
        tail = Math.Min(tail, Math.Min(old.Length, current.Length) - at);
        var before = old[Math.Max(0, at - Around)..at].Select(line => $"  {line}");
        var removed = old[at..(old.Length - tail)].Select(line => $"- {line}");
        var added = current[at..(current.Length - tail)].Select(line => $"+ {line}");
        var after = old[(old.Length - tail)..Math.Min(old.Length, old.Length - tail + Around)].Select(line => $"  {line}");
        return $"line {at + 1}:\n{string.Join("\n", before.Concat(removed).Concat(added).Concat(after))}";
    }
}
