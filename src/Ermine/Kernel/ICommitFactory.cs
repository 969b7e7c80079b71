namespace Ermine.Kernel;

/// <summary>Makes the commit of an invocation; a port that the database provider fills.</summary>
public interface ICommitFactory
{
    /// <summary>A new, empty commit.</summary>
    ICommit Create(Invocation invocation);
}
