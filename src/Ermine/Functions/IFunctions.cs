namespace Ermine.Functions;

/// <summary>Calls functions on demand. Generated code adds a method for each function, <c>functions.SummariseAsync(pollId)</c>; those are meant to be called.</summary>
/// <remarks>The function runs as it does for every caller: in a scope of its own, within its timeout and its limit of concurrency, and what it
/// writes and sends is committed before its result is handed over. Called from within another function it does not join that one's commit. It
/// is called once: what it throws, the caller gets.</remarks>
public interface IFunctions
{
    /// <summary>Calls a function that returns nothing.</summary>
    /// <param name="id">The function's id.</param>
    /// <param name="arguments">Its arguments in order, without services.</param>
    /// <param name="ct">Cancels the run.</param>
    /// <exception cref="ArgumentException">No function of that id is on demand in this app, or an argument is null that must not be.</exception>
    /// <exception cref="TimeoutException">The function took longer than its <c>TimeoutSeconds</c>.</exception>
    /// <exception cref="Kernel.CommitException">The function succeeded, and its commit did not.</exception>
    /// <exception cref="CallFailedException">The function answered that it failed, and has thrown nothing.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="ct"/> was cancelled.</exception>
    Task CallAsync(string id, object?[] arguments, CancellationToken ct);

    /// <summary>Calls a function that returns a <typeparamref name="T"/>; what it throws is the same.</summary>
    /// <inheritdoc cref="CallAsync(string, object?[], CancellationToken)"/>
    Task<T> CallAsync<T>(string id, object?[] arguments, CancellationToken ct);

    /// <summary>Calls a function that returns a sequence. It runs while the sequence is read, and ends with it; its commit is made when the last
    /// item has been read, so one that is left before has recorded nothing.</summary>
    /// <inheritdoc cref="CallAsync(string, object?[], CancellationToken)"/>
    IAsyncEnumerable<T> StreamAsync<T>(string id, object?[] arguments, CancellationToken ct);

    /// <summary>Begins to ask for an asynchronous run of a function: give it its arguments, then enqueue it.</summary>
    /// <param name="id">The function's id.</param>
    RunRequest Run(string id);
}
