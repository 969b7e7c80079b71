namespace Ermine.Generator.Tests.Rules.Http;

/// <summary>As much of Marten as rules know by name.</summary>
internal static class MartenDouble
{
    public const string Text = """

        namespace Marten
        {
            using System.Linq;

            public interface IQuerySession { IQueryable<T> Query<T>(); Task<T?> LoadAsync<T>(Guid id, CancellationToken ct = default); }
            public interface IDocumentOperations : IQuerySession { void Store<T>(params T[] entities); void Delete<T>(T entity); Events.IEventStoreOperations Events { get; } }
            public interface IDocumentSession : IDocumentOperations { Task SaveChangesAsync(CancellationToken ct = default); }
            public static class QueryableExtensions { public static Task<IReadOnlyList<T>> ToListAsync<T>(this IQueryable<T> queryable, CancellationToken ct = default) => throw new NotSupportedException(); }
        }
        namespace Marten.Events
        {
            public interface IEventStoreOperations { void Append(Guid stream, params object[] events); }
        }
        """;
}
