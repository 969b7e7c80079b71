namespace Ermine.Functions;

/// <summary>Finds the name that somebody may have meant.</summary>
internal static class NearestName
{
    /// <summary>The nearest of the names; null where none is nearer than a third of its length.</summary>
    public static string? To(string name, IEnumerable<string> names) => names
        .Select(n => (Name: n, Edits: Edits(name, n)))
        .Where(n => n.Edits <= Math.Max(1, Math.Min(name.Length, n.Name.Length) / 3))
        .OrderBy(n => n.Edits).ThenBy(n => n.Name, StringComparer.Ordinal).Select(n => n.Name).FirstOrDefault();

    // Levenshtein's distance, row by row; capitals count for nothing.
    private static int Edits(string a, string b)
    {
        var above = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var row = new int[b.Length + 1];
            row[0] = i;
            for (var k = 1; k <= b.Length; k++)
            {
                var changed = char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[k - 1]) ? 0 : 1;
                row[k] = Math.Min(Math.Min(row[k - 1], above[k]) + 1, above[k - 1] + changed);
            }

            above = row;
        }

        return above[b.Length];
    }
}
