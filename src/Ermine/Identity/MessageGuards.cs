using Ermine.Kernel;

namespace Ermine.Identity;

/// <summary>The guards of this node's functions.</summary>
internal sealed class MessageGuards(FunctionCatalog catalog)
{
    private readonly Dictionary<FunctionDescriptor, MessageGuard> _guards = catalog.Functions.Where(MessageGuard.Guards).ToDictionary(f => f, f => new MessageGuard(f));

    public IEnumerable<MessageGuard> All => _guards.Values;

    /// <summary>The guard of a function; null of one that asks for nothing.</summary>
    public MessageGuard? Of(FunctionDescriptor function) => _guards.GetValueOrDefault(function);
}
