using Ermine.Kernel;

namespace Ermine.Functions;

/// <summary>Commits what a call has written and sent.</summary>
internal static class CallCommit
{
    /// <summary>Makes the commit, if the run has any; answers how the call has ended by that.</summary>
    public static async ValueTask<Outcome> MakeAsync(Invocation invocation, CancellationToken ct)
    {
        try
        {
            if (invocation.HasCommit) await invocation.Commit.CommitAsync(null, ct);
            return Outcome.Completed;
        }
        catch (CommitException e)
        {
            return RetryPolicy.Answer(invocation, e); // never repeated: the caller is told, and decides
        }
    }
}
