using Ermine.Architecture.Tests.Metadata;

namespace Ermine.Architecture.Tests.Floors;

/// <summary>Finds namespaces that name each other, straight or around others.</summary>
internal static class Cycles
{
    /// <param name="dependencies">Of one assembly.</param>
    /// <param name="compositionRoots">Types that register others: to name everything is their job, and nothing but the app calls them.</param>
    public static IEnumerable<string> In(IEnumerable<Dependency> dependencies, IReadOnlySet<string> compositionRoots)
    {
        var edges = dependencies
            .Where(d => d.From.Assembly == d.To.Assembly && d.From.Namespace != d.To.Namespace && d.From.IsIn("Ermine") && d.To.IsIn("Ermine"))
            .Where(d => !compositionRoots.Contains(d.From.ToString()))
            .ToArray();
        var below = edges.ToLookup(e => e.From.Namespace, e => e.To.Namespace);
        return edges.Where(e => Reaches(below, e.To.Namespace, e.From.Namespace)).Select(e => $"{e}: their namespaces know each other").Order(StringComparer.Ordinal);
    }

    private static bool Reaches(ILookup<string, string> below, string from, string to)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([from]);
        while (open.TryPop(out var next))
        {
            if (next == to) return true;
            if (!seen.Add(next)) continue;
            foreach (var further in below[next]) open.Push(further);
        }

        return false;
    }
}
