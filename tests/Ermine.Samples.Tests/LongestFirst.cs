using Xunit.Abstractions;

[assembly: TestCollectionOrderer("Ermine.Samples.Tests.LongestFirst", "Ermine.Samples.Tests")]

namespace Ermine.Samples.Tests;

/// <summary>Begins with the collections that take a minute and more: as the last ones they would run alone, with nothing beside them. The rest goes by name, so that every run is alike.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Long = [nameof(Template.TemplateCollection), "faults"];

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) => testCollections
        .OrderBy(c => Array.IndexOf(Long, c.DisplayName) is var place && place >= 0 ? place : Long.Length)
        .ThenBy(c => c.DisplayName, StringComparer.Ordinal);
}
