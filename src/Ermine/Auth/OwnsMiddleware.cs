using Ermine.Kernel;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Ermine.Auth;

/// <summary>Judges, between a function with <see cref="OwnsAttribute"/> and its commit, whether the caller owns what it returned or loaded.</summary>
internal sealed class OwnsMiddleware : IFunctionMiddleware
{
    /// <summary>Innermost.</summary>
    public int Order => 500;

    public FunctionHandler Wrap(FunctionDescriptor function, FunctionHandler next) =>
        function.Metadata.OfType<OwnsAttribute>().Any() ? async (invocation, ct) => Judge(invocation, await next(invocation, ct)) : next;

    private static Outcome Judge(Invocation invocation, Outcome outcome)
    {
        if (outcome.Kind != OutcomeKind.Completed || invocation.IsAnsweredEarly) return outcome;
        return Read(invocation.Returned, Ownership.SubjectOf(invocation.User)) switch
        {
            OwnedResult.Theirs => outcome,
            OwnedResult.NotTheirs => Refused("The caller does not own what the function returned", StatusCodes.Status404NotFound),
            _ when IsAsked(invocation) => outcome,
            OwnedResult.Nothing when invocation.HasReturned => Refused("The function found nothing", StatusCodes.Status404NotFound),
            OwnedResult.Refusal => invocation.HasCommit ? Refused("The function refused the caller", ((IStatusCodeHttpResult)Inner(invocation.Returned)!).StatusCode!.Value) : outcome,
            _ => Outcome.Rejected("The function has [Owns], but neither returned anything with an owner nor asked IOwnership about what it loaded; nothing was committed"),
        };
    }

    private static OwnedResult Read(object? returned, string? subject) => Inner(returned) switch
    {
        null => OwnedResult.Nothing,
        IOwned one => Ownership.IsOf(one, subject) ? OwnedResult.Theirs : OwnedResult.NotTheirs,
        IEnumerable<IOwned> several => several.All(one => Ownership.IsOf(one, subject)) ? OwnedResult.Theirs : OwnedResult.NotTheirs,
        IValueHttpResult { Value: { } value } => Read(value, subject),
        IStatusCodeHttpResult { StatusCode: >= 400 } => OwnedResult.Refusal,
        _ => OwnedResult.Unknown,
    };

    private static object? Inner(object? returned) => returned is INestedHttpResult { Result: { } inner } ? Inner(inner) : returned;

    // A run that has opened nothing has asked nobody.
    private static bool IsAsked(Invocation invocation) => invocation.HasResources && invocation.Services.GetRequiredService<Ownership>().IsAsked;

    // A null that goes with something to commit is answered like one that does not, and nothing is committed.
    private static Outcome Refused(string reason, int status) =>
        Outcome.Rejected(reason, status == StatusCodes.Status404NotFound ? Ownership.NotThere() : new BadHttpRequestException("The request was refused.", status));
}
