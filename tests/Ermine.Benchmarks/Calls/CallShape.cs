using Ermine.Functions;

namespace Ermine.Benchmarks.Calls;

/// <summary>A function of one shape: called as the typed client does, and the same method called directly.</summary>
internal sealed record CallShape(string Name, Func<IFunctions, Task<long>> Call, Func<Task<long>> Direct);
