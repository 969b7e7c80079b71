namespace Ermine.Samples.Tests.Node;

/// <summary>A fact that takes npm, which fetches what others wrote to check Ermine by.</summary>
public sealed class NpmFactAttribute : FactAttribute
{
    public NpmFactAttribute()
    {
        if (!NodeTools.AreHere) Skip = "There is no npm here, which fetches what others wrote to check Ermine by.";
    }
}
