using Ermine.Kernel;
using Microsoft.AspNetCore.Http;

namespace Ermine.Http;

/// <summary>What an attribute adds to the answers of its function. One serves all requests; a function without any pays nothing.</summary>
internal abstract class Habit
{
    /// <summary>Before the run: an answer instead of it, or null to go on.</summary>
    public virtual ValueTask<IResult?> BeginAsync(RestEndpoint endpoint, HttpContext context) => default;

    /// <summary>Whether the answer is recorded with the commit, so that nothing of it may be sent before. Default: no.</summary>
    public virtual bool Keeps(HttpContext context) => false;

    /// <summary>The function has succeeded, and nothing is committed: an answer instead of its own, with nothing recorded, or null to go on.</summary>
    public virtual IResult? Committing(HttpInvocation run) => null;

    /// <summary>Before the answer of a run that succeeded is written: its headers, or another answer.</summary>
    public virtual void Answering(HttpInvocation run)
    {
    }

    /// <summary>Another answer to a run that failed; null for the usual one.</summary>
    public virtual IResult? Refused(HttpInvocation run, Outcome outcome) => null;

    /// <summary>The run has recorded nothing, or, if its commit broke, perhaps something.</summary>
    public virtual ValueTask FailedAsync(HttpInvocation run, bool maybeRecorded) => default;
}
