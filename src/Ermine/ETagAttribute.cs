namespace Ermine;

/// <summary>Gives answers an <c>ETag</c> made of the document's version, and honours <c>If-None-Match</c> (304) and <c>If-Match</c> (412).</summary>
/// <remarks>A document's version is Marten's: that of an <c>IVersioned</c> or <c>IRevisioned</c> type, or of its member with <c>[Version]</c>.
/// What <c>If-Match</c> says is checked within the commit, so of two who write at the same time one wins and the other is answered with 412.</remarks>
/// <param name="document">The type of the document. Default: the type that the function returns.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ETagAttribute(Type? document = null) : Attribute
{
    /// <summary>The type of the document that is read or written; null for the type that the function returns.</summary>
    public Type? Document { get; } = document;

    /// <summary>Whether a request that writes must carry <c>If-Match</c>; one without is answered with 428. Default: no.</summary>
    public bool Required { get; init; }
}
