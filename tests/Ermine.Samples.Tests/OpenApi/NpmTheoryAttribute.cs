namespace Ermine.Samples.Tests.OpenApi;

/// <summary>A theory that takes npm, which fetches what documents are checked by.</summary>
public sealed class NpmTheoryAttribute : TheoryAttribute
{
    public NpmTheoryAttribute()
    {
        if (!NodeTools.AreHere) Skip = "There is no npm here, which fetches the linters and the judge of documents.";
    }
}
