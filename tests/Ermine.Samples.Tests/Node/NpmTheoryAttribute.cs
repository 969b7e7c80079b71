namespace Ermine.Samples.Tests.Node;

/// <summary>A theory that takes npm, which fetches what others wrote to check Ermine by.</summary>
public sealed class NpmTheoryAttribute : TheoryAttribute
{
    public NpmTheoryAttribute()
    {
        if (!NodeTools.AreHere) Skip = "There is no npm here, which fetches what others wrote to check Ermine by.";
    }
}
