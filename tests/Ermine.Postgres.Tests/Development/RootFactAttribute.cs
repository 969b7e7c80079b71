using Ermine.Postgres.Development;

namespace Ermine.Postgres.Tests.Development;

/// <summary>A fact about an app that root runs.</summary>
public sealed class RootFactAttribute : FactAttribute
{
    public RootFactAttribute()
    {
        if (!Account.IsNeeded)
            Skip = "Only root can run it.";
    }
}
