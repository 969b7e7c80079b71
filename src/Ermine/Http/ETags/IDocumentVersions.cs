using Ermine.Kernel;

namespace Ermine.Http.ETags;

/// <summary>Knows the versions of documents; a port that the provider of documents fills.</summary>
public interface IDocumentVersions
{
    /// <summary>The version that a document carries; null where its type keeps none.</summary>
    DocumentVersion? Of(object document);

    /// <summary>What a run has loaded through its session, with the versions of then. Runs of functions with <c>[ETag]</c> only.</summary>
    IReadOnlyList<DocumentVersion> Loaded(ICommit commit);

    /// <summary>Has a commit fail as a conflict unless the document still has that version when the transaction writes it.</summary>
    void Require(ICommit commit, DocumentVersion version);

    /// <summary>What a run is to store through its session, with the versions that it carries by now.</summary>
    IReadOnlyList<DocumentVersion> Stored(ICommit commit);

    /// <summary>Has a commit fail as a conflict if there is a document of that id when the transaction writes it.</summary>
    void RequireAbsent(ICommit commit, DocumentVersion document);
}
