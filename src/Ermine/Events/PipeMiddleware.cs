using Ermine.Kernel;

namespace Ermine.Events;

/// <summary>Lets only those messages through to a pipe that its filter matches. The others are done without it.</summary>
/// <remarks>Outside the concurrency limit, so that what is not for the function takes no place.</remarks>
internal sealed class PipeMiddleware : IFunctionMiddleware
{
    public int Order => 260;

    /// <exception cref="ErmineStartupException">The filter is no pattern.</exception>
    public FunctionHandler Wrap(FunctionDescriptor function, FunctionHandler next)
    {
        if (function.Metadata.OfType<PipeAttribute>().FirstOrDefault()?.Filter is not { } filter) return next;
        if (!EventPattern.TryParse(filter, out var pattern, out var error)) throw new ErmineStartupException($"The function '{function.Id}' has a filter that is no pattern, at character {error.Offset}: {error.Message}");

        return (invocation, ct) =>
        {
            if (invocation is not Invocation<Batch> { Input: var batch }) return next(invocation, ct);
            batch.Keep(message => !ValidatedEvent.TryParse(message.Payload, out var valid, out _) || pattern.Matches(valid)); // what is none is the function's to judge
            return batch.Messages.Count == 0 ? ValueTask.FromResult(Outcome.Completed) : next(invocation, ct);
        };
    }
}
