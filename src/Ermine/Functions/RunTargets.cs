using System.Collections.Frozen;
using Ermine.Kernel;
using Microsoft.Extensions.Configuration;

namespace Ermine.Functions;

/// <summary>The functions of which runs can be asked for, by their ids and by their queues.</summary>
internal sealed class RunTargets
{
    private readonly FrozenDictionary<string, RunTarget> _byId;
    private readonly FrozenDictionary<string, RunTarget> _byQueue;

    public RunTargets(FunctionCatalog catalog, TimeProvider time, IConfiguration configuration)
    {
        var window = RunRetention.Of(configuration);
        var targets = catalog.Declared.OfType<FunctionDescriptor<OnDemandAttribute>>().DistinctBy(f => f.Id).Select(f => new RunTarget(f, time, window)).ToArray();
        _byId = targets.ToFrozenDictionary(t => t.FunctionId, StringComparer.Ordinal);
        _byQueue = targets.ToFrozenDictionary(t => t.Queue, StringComparer.Ordinal);
    }

    /// <exception cref="ArgumentException">There is no such function on demand.</exception>
    public RunTarget Of(string function) => _byId.TryGetValue(function, out var target) ? target : throw new ArgumentException(
        $"No function '{function}' can be run in this app: it has other triggers, or its project's functions are not added.", nameof(function));

    /// <summary>The function of a queue; null where this node does not know it.</summary>
    public RunTarget? OfQueue(string queue) => _byQueue.GetValueOrDefault(queue);
}
