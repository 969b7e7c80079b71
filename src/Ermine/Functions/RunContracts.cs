using Ermine.Kernel;

namespace Ermine.Functions;

/// <summary>Gives every function on demand a queue of its own. Called by a provider that keeps queues, when it is registered.</summary>
public static class RunContracts
{
    /// <summary>Adds the queues to the catalog's contracts.</summary>
    /// <exception cref="ErmineStartupException">Two functions would share a queue, or a queue of the app's own has a name that belongs to functions.</exception>
    public static void AddTo(FunctionCatalog catalog)
    {
        if (catalog.Contracts.OfType<QueueAttribute>().FirstOrDefault(q => q.Name.StartsWith(RunQueue.Prefix, StringComparison.Ordinal)) is { } taken)
            throw new ErmineStartupException($"The queue name '{taken.Name}' is not allowed: names that begin with {RunQueue.Prefix} belong to the runs of functions.");

        var ids = catalog.Declared.OfType<FunctionDescriptor<OnDemandAttribute>>().Select(f => f.Id).Distinct(StringComparer.Ordinal).ToArray();
        if (ids.GroupBy(RunQueue.Of).FirstOrDefault(same => same.Count() > 1) is { } shared)
            throw new ErmineStartupException($"The functions {string.Join(" and ", shared)} would share the queue '{shared.Key}' for their runs: give one another id.");

        foreach (var id in ids) catalog.AddContract(new QueueAttribute(RunQueue.Of(id)));
    }
}
