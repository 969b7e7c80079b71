namespace Ermine.Generator.Tests.Runs;

/// <summary>Of many alike cases an ordinary run takes every so manyth, beginning anywhere; one with ERMINE_FAULTS=long takes all.</summary>
internal static class Thinned
{
    public static IEnumerable<T> To<T>(int oneOf, IEnumerable<T> cases)
    {
        if (Environment.GetEnvironmentVariable("ERMINE_FAULTS") == "long") return cases;

        var first = Random.Shared.Next(oneOf);
        return cases.Where((_, i) => i % oneOf == first);
    }
}
