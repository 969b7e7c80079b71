namespace Ermine.Samples.Tests.OpenApi;

/// <summary>A fact that takes npm, which fetches what documents are checked by.</summary>
public sealed class NpmFactAttribute : FactAttribute
{
    public NpmFactAttribute()
    {
        if (!NodeTools.AreHere) Skip = "There is no npm here, which fetches the linters and the judge of documents.";
    }
}
