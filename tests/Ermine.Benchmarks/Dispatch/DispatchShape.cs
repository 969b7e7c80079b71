using Ermine.Kernel;

namespace Ermine.Benchmarks.Dispatch;

/// <summary>A function of one shape, and the same work called directly.</summary>
internal sealed record DispatchShape(string Name, FunctionDescriptor Function, Func<ValueTask> Direct, bool IsFirst);
