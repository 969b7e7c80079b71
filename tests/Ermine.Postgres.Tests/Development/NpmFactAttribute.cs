using Ermine.Postgres.Development;

namespace Ermine.Postgres.Tests.Development;

/// <summary>A fact that fetches PostgreSQL with npm, once per machine.</summary>
public sealed class NpmFactAttribute : FactAttribute
{
    public NpmFactAttribute()
    {
        if (SearchPlaces.OfThisMachine().Npm is null || NpmPackage.Name is null)
            Skip = "Needs npm, and a system that it has a PostgreSQL for.";
    }
}
