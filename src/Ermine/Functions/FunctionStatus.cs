namespace Ermine.Functions;

/// <summary>One function of this node, for an operator.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Triggers">What calls it, such as <c>QueueTrigger</c>.</param>
/// <param name="IsCallable">Whether it can be called by its id.</param>
internal sealed record FunctionStatus(string Id, IReadOnlyList<string> Triggers, bool IsCallable);
