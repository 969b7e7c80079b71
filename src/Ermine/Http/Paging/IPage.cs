namespace Ermine.Http.Paging;

/// <summary>What the headers of a page are made of.</summary>
internal interface IPage
{
    string? Next { get; }

    string? Previous { get; }
}
