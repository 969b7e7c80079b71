using Ermine.Kernel;

namespace Ermine.Functions;

/// <summary>Gives every function on demand a queue of its own. Called by a provider that keeps queues, when it is registered.</summary>
public static class RunContracts
{
    /// <summary>Adds the queues to the catalog's contracts.</summary>
    /// <exception cref="ErmineStartupException">Two functions would share a queue, or a queue of the app's own has a name that belongs to functions.</exception>
    public static void AddTo(FunctionCatalog catalog) => FunctionQueue.AddTo(catalog, RunQueue.Kind, catalog.Declared.OfType<FunctionDescriptor<OnDemandAttribute>>().Select(f => f.Id));
}
