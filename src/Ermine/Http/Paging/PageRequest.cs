using System.Globalization;
using Ermine.Kernel;
using Microsoft.AspNetCore.Http;

namespace Ermine.Http.Paging;

/// <summary>Which page of a list a caller asks for, by <c>?cursor=</c> and <c>?size=</c>.</summary>
public sealed class PageRequest
{
    /// <summary>The query value that carries a cursor.</summary>
    public const string CursorName = "cursor";

    /// <summary>The query value that carries a size.</summary>
    public const string SizeName = "size";

    private readonly string _function;
    private readonly string? _cursor;

    private PageRequest(string function, int size, string? cursor) => (_function, Size, _cursor) = (function, size, cursor);

    /// <summary>Items that the page may have, from 1 to what <c>[Paged]</c> allows.</summary>
    public int Size { get; }

    /// <summary>Whether the page is the first, which no cursor asks for.</summary>
    public bool IsFirst => _cursor is null;

    /// <summary>Reads the page that a request asks for.</summary>
    /// <exception cref="InvalidRequestException">The size is out of range, or a value is there twice.</exception>
    public static ValueTask<PageRequest> BindAsync(HttpContext context)
    {
        var metadata = context.GetEndpoint()?.Metadata;
        var paged = metadata?.GetMetadata<PagedAttribute>() ?? new PagedAttribute();
        var size = Single(context, SizeName);
        return new(new PageRequest(metadata?.GetMetadata<FunctionDescriptor>()?.Id ?? "", size is null ? Math.Min(paged.DefaultSize, paged.MaxSize) : Sized(size, paged.MaxSize), Single(context, CursorName)));
    }

    /// <summary>Where the page begins; null at the beginning of the list.</summary>
    /// <param name="sort">A name for the order of the list: a cursor of one order means nothing in another.</param>
    /// <exception cref="InvalidRequestException">The cursor was not made by <see cref="Cursor"/> for this function and sort.</exception>
    public PagePosition? Position(string sort) => _cursor is null ? null : PageCursor.Read(_function, sort, _cursor) ?? throw BadCursor();

    /// <summary>A cursor by which callers ask for the page at a position.</summary>
    public string Cursor(string sort, PagePosition position) => PageCursor.Write(_function, sort, position);

    /// <summary>The answer to a cursor that is none of this list.</summary>
    public static InvalidRequestException BadCursor() => new(CursorName, "The cursor is none of this list; begin without one, or take it from an answer as it is.");

    private static string? Single(HttpContext context, string name) => context.Request.Query[name] switch
    {
        [] => null,
        [var value] => value ?? "",
        _ => throw new InvalidRequestException(name, $"The query value '{name}' may be there once only."),
    };

    private static int Sized(string text, int most) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size >= 1 && size <= most
        ? size
        : throw new InvalidRequestException(SizeName, $"The size must be a number from 1 to {most}.");
}
