using System.ComponentModel;

namespace Ermine;

/// <summary>Answers a list in pages: the function takes a <c>PageRequest</c> and returns a <c>Page&lt;T&gt;</c>; callers ask for more with <c>?cursor=</c> and <c>?size=</c>.</summary>
/// <remarks>The answer has a <c>Link</c> header (RFC 8288) with the addresses of the next, the previous and the first page. A cursor that is not
/// one of this function, or a size out of range, is answered with 400 before the function runs.</remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PagedAttribute : Attribute
{
    /// <summary>Items of a page where the caller names no size. Default: 50.</summary>
    [Limit(1, 10_000), DefaultValue(50)] public int DefaultSize { get; init; } = 50;

    /// <summary>Items of a page at most; a caller who asks for more is answered with 400. Default: 200.</summary>
    [Limit(1, 10_000), DefaultValue(200)] public int MaxSize { get; init; } = 200;
}
