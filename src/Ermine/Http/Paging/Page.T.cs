namespace Ermine.Http.Paging;

/// <summary>Some items of a list, and where the next ones begin.</summary>
/// <param name="Items">The items, in the order of the list.</param>
/// <param name="Next">The cursor of the next page; null on the last.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next) : IPage
{
    /// <summary>The cursor of the page before; null on the first, or where it is not known. It travels in the <c>Link</c> header only.</summary>
    [System.Text.Json.Serialization.JsonIgnore] public string? Previous { get; init; }
}
