using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using Ermine.Http.ETags;
using Ermine.Kernel;
using Ermine.Postgres.Commits;
using Ermine.Postgres.Statements;
using Marten;

namespace Ermine.Postgres.Documents;

/// <summary>The versions that Marten keeps: of <c>IVersioned</c> and <c>IRevisioned</c> documents, and of members with <c>[Version]</c>.</summary>
internal sealed class DocumentVersions(IDocumentStore store) : IDocumentVersions
{
    private readonly ConcurrentDictionary<Type, Tracked> _types = [];

    public DocumentVersion? Of(object document) => Type(document.GetType()) is { Version: { } version } type && Value(type.Id, document) is { } id && Value(version, document) is { } value
        ? new DocumentVersion(document.GetType(), id, Convert.ToString(value, CultureInfo.InvariantCulture)!)
        : null;

    public IReadOnlyList<DocumentVersion> Loaded(ICommit commit) => ((PostgresCommit)commit).Loaded;

    public void Require(ICommit commit, DocumentVersion version) => ((PostgresCommit)commit).AddFirst(Statement.In("Documents/require_version.sql").Bind()
        .With("table", _types[version.Type].Table).With("id", Convert.ToString(version.Id, CultureInfo.InvariantCulture)!).With("version", version.Version));

    public IReadOnlyList<DocumentVersion> Stored(ICommit commit) => [.. ((PostgresCommit)commit).Stored.Select(Of).OfType<DocumentVersion>()];

    public void RequireAbsent(ICommit commit, DocumentVersion document) => ((PostgresCommit)commit).AddFirst(Statement.In("Documents/require_absent.sql").Bind()
        .With("table", _types[document.Type].Table).With("id", Convert.ToString(document.Id, CultureInfo.InvariantCulture)!));

    private Tracked? Type(Type type)
    {
        if (_types.TryGetValue(type, out var known)) return known;

        // Of what Marten knows by now: to ask it about any other type would make that a document. What was loaded or stored is known.
        var document = store.Options.AllKnownDocumentTypes().FirstOrDefault(d => d.DocumentType == type);
        if (document?.IdMember is null) return null;
        return _types[type] = new Tracked(document.Metadata.Version.Member ?? document.Metadata.Revision.Member, document.IdMember, document.TableName.QualifiedName);
    }

    private static object? Value(MemberInfo member, object document) => member is PropertyInfo property ? property.GetValue(document) : ((FieldInfo)member).GetValue(document);

    private sealed record Tracked(MemberInfo? Version, MemberInfo Id, string Table);
}
