using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using Ermine.Http;
using Ermine.Http.Paging;
using Marten;

namespace Ermine.Postgres.Paging;

/// <summary>Pages of Marten documents: by the values of the last item that was shown, so that a page costs the same wherever it is, and what is inserted meanwhile moves nothing.</summary>
public static class PageQueries
{
    /// <summary>A page of the documents, in ascending order of a member; those with the same value in the order of their ids.</summary>
    /// <param name="query">The documents, filtered as you like: the same for all pages.</param>
    /// <param name="page">The page that the caller asks for.</param>
    /// <param name="sort">The member, which is never null, as in <c>p =&gt; p.Name</c>. An index on it and the id serves every page.</param>
    /// <param name="ct">Cancels the query.</param>
    /// <exception cref="InvalidRequestException">The cursor is none of this function and sort.</exception>
    /// <exception cref="NotSupportedException">The documents have no id that is a Guid, a text or a number, or <paramref name="sort"/> is no member.</exception>
    public static Task<Page<T>> ToPageAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] T, TKey>(
        this IQueryable<T> query, PageRequest page, Expression<Func<T, TKey>> sort, CancellationToken ct = default) where T : notnull where TKey : IParsable<TKey> => PageAsync(query, page, sort, false, ct);

    /// <summary>A page of the documents, in descending order of a member; those with the same value in the descending order of their ids.</summary>
    /// <inheritdoc cref="ToPageAsync{T, TKey}(IQueryable{T}, PageRequest, Expression{Func{T, TKey}}, CancellationToken)"/>
    public static Task<Page<T>> ToPageDescendingAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] T, TKey>(
        this IQueryable<T> query, PageRequest page, Expression<Func<T, TKey>> sort, CancellationToken ct = default) where T : notnull where TKey : IParsable<TKey> => PageAsync(query, page, sort, true, ct);

    private static Task<Page<T>> PageAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] T, TKey>(
        IQueryable<T> query, PageRequest page, Expression<Func<T, TKey>> sort, bool isDescending, CancellationToken ct) where T : notnull where TKey : IParsable<TKey>
    {
        var id = typeof(T).GetProperty("Id");
        return Type.GetTypeCode(id?.PropertyType) switch
        {
            TypeCode.String => PageAsync(query, page, SortKey<T, TKey>.Of(sort), SortKey<T, string>.Of(id!), isDescending, ct),
            TypeCode.Int32 => PageAsync(query, page, SortKey<T, TKey>.Of(sort), SortKey<T, int>.Of(id!), isDescending, ct),
            TypeCode.Int64 => PageAsync(query, page, SortKey<T, TKey>.Of(sort), SortKey<T, long>.Of(id!), isDescending, ct),
            _ when id?.PropertyType == typeof(Guid) => PageAsync(query, page, SortKey<T, TKey>.Of(sort), SortKey<T, Guid>.Of(id), isDescending, ct),
            _ => throw new NotSupportedException($"{typeof(T)} has no property Id that is a Guid, a text or a number, which pages need to tell items with the same sort value apart."),
        };
    }

    private static async Task<Page<T>> PageAsync<T, TKey, TId>(
        IQueryable<T> query, PageRequest page, SortKey<T, TKey> key, SortKey<T, TId> id, bool isDescending, CancellationToken ct) where T : notnull where TKey : IParsable<TKey> where TId : IParsable<TId>
    {
        var sort = isDescending ? $"{key.Name} descending" : key.Name;
        var position = page.Position(sort);
        var isBackward = position is { IsBackward: true };
        var isAscending = isDescending == isBackward; // to read backward is to read the opposite order
        if (position is { } begin) query = query.Where(Beyond(begin.Value, key, id, isAscending));
        query = isAscending ? query.OrderBy(key.Member).ThenBy(id.Member) : query.OrderByDescending(key.Member).ThenByDescending(id.Member);
        var found = await query.Take(page.Size + 1).ToListAsync(ct);
        var hasMore = found.Count > page.Size; // one more is asked for than is shown
        var items = isBackward ? found.Take(page.Size).Reverse().ToArray() : [.. found.Take(page.Size)];
        if (items.Length == 0) return new Page<T>(items, null);

        return new Page<T>(items, hasMore || isBackward ? Cursor(items[^1], false) : null) { Previous = position is not null && (hasMore || !isBackward) ? Cursor(items[0], true) : null };

        string Cursor(T item, bool backward) => page.Cursor(sort, new PagePosition($"{id.Text(item)}\n{key.Text(item)}", backward));
    }

    // Beyond the item of the cursor in the order that is read: a greater value, or the same value and a greater id. Never that item itself, even
    // where the database has rounded its value (of a time, to microseconds).
    private static Expression<Func<T, bool>> Beyond<T, TKey, TId>(string position, SortKey<T, TKey> key, SortKey<T, TId> id, bool isAscending) where TKey : IParsable<TKey> where TId : IParsable<TId>
    {
        if (position.Split('\n', 2) is not [var idText, var keyText] || !id.TryParse(idText, out var lastId) || !key.TryParse(keyText, out var last)) throw PageRequest.BadCursor();
        var item = Expression.Parameter(typeof(T), "item");
        var isBeyond = Expression.OrElse(key.Compare(item, last, isAscending), Expression.AndAlso(key.Equal(item, last), id.Compare(item, lastId, isAscending)));
        return Expression.Lambda<Func<T, bool>>(Expression.AndAlso(isBeyond, Expression.Not(id.Equal(item, lastId))), item);
    }
}
