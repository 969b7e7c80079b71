using Ermine.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Ermine.Generator.Rules.Functions;

/// <summary>An operation that keeps its thread until something else has happened.</summary>
/// <param name="Spoken">How the message names it.</param>
/// <param name="Advice">What stands there instead.</param>
/// <param name="Task">The task that it waits for; null where it waits for none, or for several.</param>
/// <param name="Instead">The method of Task that does the same without blocking; empty where the task itself is awaited, null where a fix cannot tell.</param>
internal sealed record BlockingCall(string Spoken, string Advice, IOperation? Task, string? Instead)
{
    private const string Tasks = "System.Threading.Tasks.Task";

    /// <summary>The operation as one that blocks; null where it does not.</summary>
    public static BlockingCall? Of(IOperation operation) => operation switch
    {
        IPropertyReferenceOperation { Property: { Name: "Result", ContainingType: var type }, Instance: { } task } when ReturnParser.IsTask(type) => new("Result", "await the task", task, ""),
        IInvocationOperation { TargetMethod: { Name: "Wait", ContainingType: var type, Parameters.Length: var given }, Instance: { } task } when type.Is(Tasks) =>
            new("Wait", given == 0 ? "await the task" : "await its WaitAsync", task, given == 0 ? "" : null),
        IInvocationOperation { TargetMethod.Name: "GetResult", Instance: IInvocationOperation { TargetMethod.Name: "GetAwaiter", Instance: { } awaited } } when TaskIn(awaited) is { } task =>
            new("GetAwaiter().GetResult", "await the task", task, ""),
        IInvocationOperation { TargetMethod: { Name: "WaitAll", ContainingType: var type, Parameters.Length: var given } } when type.Is(Tasks) =>
            new("Task.WaitAll", "await Task.WhenAll", null, given == 1 ? "WhenAll" : null),
        IInvocationOperation { TargetMethod: { Name: "WaitAny", ContainingType: var type, Parameters.Length: var given } } when type.Is(Tasks) =>
            new("Task.WaitAny", "await Task.WhenAny", null, given == 1 ? "WhenAny" : null),
        IInvocationOperation { TargetMethod: { Name: "Sleep", ContainingType: var type } } when type.Is("System.Threading.Thread") => new("Thread.Sleep", "await Task.Delay, with the function's CancellationToken", null, "Delay"),
        _ => null,
    };

    private static IOperation? TaskIn(IOperation awaited)
    {
        if (awaited is IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: { } configured }) awaited = configured;
        return awaited.Type is { } type && ReturnParser.IsTask(type) ? awaited : null;
    }
}
