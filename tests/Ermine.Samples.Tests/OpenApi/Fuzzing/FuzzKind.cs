namespace Ermine.Samples.Tests.OpenApi.Fuzzing;

/// <summary>How a request stands to the document that it was made from.</summary>
internal enum FuzzKind
{
    /// <summary>It is as it should be.</summary>
    Valid,

    /// <summary>It fits, at the edge of what fits.</summary>
    Boundary,

    /// <summary>It does not fit, and is JSON all the same.</summary>
    Hostile,

    /// <summary>Its body is no JSON. The judge would not pass it on, so it goes to the app directly.</summary>
    Malformed,
}
