using Microsoft.Extensions.Configuration;

namespace Ermine.Kernel;

/// <summary>One function behind one trigger, as the catalog knows it.</summary>
public abstract class FunctionDescriptor
{
    private protected FunctionDescriptor(string id, FunctionAttribute function, ContractAttribute? contract, InputShape input, FunctionHandler handler, object[] metadata) =>
        (Id, Function, Contract, Input, Handler, Metadata, Pipeline) = (id, function, contract, input, handler, metadata, handler);

    /// <summary>The function's id, such as <c>voting.tally</c>.</summary>
    public string Id { get; }

    /// <summary>The function's own settings.</summary>
    public FunctionAttribute Function { get; }

    /// <summary>What calls it.</summary>
    public abstract TriggerAttribute Trigger { get; }

    /// <summary>Where its payload travels, if the payload's type says so.</summary>
    public ContractAttribute? Contract { get; }

    /// <summary>What the handler expects.</summary>
    public InputShape Input { get; }

    /// <summary>The generated handler.</summary>
    public FunctionHandler Handler { get; }

    /// <summary>Whether it neither waits nor takes a token, so that nothing can cancel it once it runs.</summary>
    public bool IsSynchronous => Synchronous is not null;

    /// <summary>The other attributes of method and class, such as <c>[Authorize]</c>, for whoever reads them.</summary>
    public IReadOnlyList<object> Metadata { get; }

    /// <summary>Runs at a time on one node: the function's own limit, or twice the cores.</summary>
    public int Concurrency => Function.MaxConcurrency > 0 ? Function.MaxConcurrency : 2 * Environment.ProcessorCount;

    /// <summary>The handler within all middleware; set once, when the dispatcher is made.</summary>
    public FunctionHandler Pipeline { get; internal set; }

    /// <summary>What <see cref="Handler"/> calls, for a function that is <see cref="IsSynchronous"/>.</summary>
    internal SynchronousHandler? Synchronous { get; init; }

    /// <summary>Whether the environment's settings turn this function off.</summary>
    internal bool IsDisabled { get; set; }

    /// <summary>What the function says about an exception of that type: the nearest of its policies; null where none fits.</summary>
    public ExceptionPolicyAttribute? PolicyFor(Exception thrown) => Metadata.OfType<ExceptionPolicyAttribute>()
        .Where(policy => policy.Exception.IsInstanceOfType(thrown))
        .Aggregate((ExceptionPolicyAttribute?)null, static (nearest, policy) => nearest is null || nearest.Exception.IsAssignableFrom(policy.Exception) ? policy : nearest);

    /// <summary>Applies the environment's settings to the trigger's values; answers the names of all that there are.</summary>
    internal abstract IEnumerable<string> Configure(IConfigurationSection settings);

    /// <summary>Asks the trigger's factory for the source of this function's work; null where work is pushed, as over HTTP.</summary>
    internal abstract ITriggerSource? CreateSource(IServiceProvider services);
}
