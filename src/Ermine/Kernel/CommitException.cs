namespace Ermine.Kernel;

/// <summary>A commit did not happen, or it is not known whether it did.</summary>
public class CommitException(CommitFailure failure, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>What that means for the work.</summary>
    public CommitFailure Failure { get; } = failure;
}
