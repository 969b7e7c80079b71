using Ermine.Kernel;

namespace Ermine.Benchmarks.Dispatch;

/// <summary>A function of one shape, and the same work called directly.</summary>
/// <remarks>A run that has opened services is not lent again, so a function that has some gets a new one each time.</remarks>
internal sealed record DispatchShape(string Name, FunctionDescriptor Function, Func<ValueTask> Direct, bool HasServices = false);
