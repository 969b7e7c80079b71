using Ermine.Postgres.Tests.Development;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer("Ermine.Postgres.Tests.LongestFirst", "Ermine.Postgres.Tests")]

namespace Ermine.Postgres.Tests;

/// <summary>Begins with the classes that start servers: as the last ones they would run alone, with nothing beside them. The rest goes by name, so that every run is alike.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly Type[] Long = [typeof(DevelopmentServerTests), typeof(OrphanTests), typeof(PrivacyTests), typeof(FailureTests)];

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) => testCollections
        .OrderBy(c => Array.FindIndex(Long, type => c.DisplayName.EndsWith($" {type.FullName}", StringComparison.Ordinal)) is var place && place >= 0 ? place : Long.Length)
        .ThenBy(c => c.DisplayName, StringComparer.Ordinal);
}
