using System.Collections.Frozen;
using Ermine.Kernel;

namespace Ermine.Functions;

/// <summary>The functions that can be called, by their ids.</summary>
internal sealed class CallTargets(FunctionCatalog catalog)
{
    private readonly FrozenDictionary<string, FunctionDescriptor> _byId =
        catalog.Functions.Where(IsOnDemand).GroupBy(f => f.Id, StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);

    public static bool IsOnDemand(FunctionDescriptor function) => function.Input == InputShape.Arguments;

    /// <summary>Whether a function can be called over HTTP: by its arguments, or with messages.</summary>
    public static bool IsCallable(FunctionDescriptor function) => function.Input is InputShape.Arguments or InputShape.Message or InputShape.Batch;

    /// <exception cref="ArgumentException">There is none.</exception>
    public FunctionDescriptor Of(string id) => _byId.TryGetValue(id, out var function) ? function : throw new ArgumentException(
        $"No function '{id}' can be called in this app: it has other triggers, is disabled on this node, or its project's functions are not added.", nameof(id));
}
