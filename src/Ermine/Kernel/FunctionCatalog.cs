using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Configuration;

namespace Ermine.Kernel;

/// <summary>Every function of an app, filled by generated code before the host is built.</summary>
public sealed class FunctionCatalog
{
    private readonly List<FunctionDescriptor> _functions = [];
    private readonly List<ContractAttribute> _contracts = [];
    private readonly List<OmittedFunction> _omitted = [];
    private IReadOnlyList<FunctionDescriptor>? _declared;
    private readonly List<string> _descriptions = [];

    /// <summary>The functions in the order of their registration, once for each trigger.</summary>
    public IReadOnlyList<FunctionDescriptor> Functions => _functions;

    /// <summary>The same with those that this node does not run: other nodes do, and this one may ask for their runs.</summary>
    public IReadOnlyList<FunctionDescriptor> Declared => _declared ?? _functions;

    /// <summary>Addresses that the app consumes from or sends to, without repetition.</summary>
    public IReadOnlyList<ContractAttribute> Contracts => _contracts;

    /// <summary>Functions that the generator left out; the host refuses to start while there are any.</summary>
    public IReadOnlyList<OmittedFunction> Omitted => _omitted;

    /// <summary>What the app's classes declare, each as a JSON object with <c>functions</c> and <c>contracts</c>.</summary>
    public IReadOnlyList<string> Descriptions => _descriptions;

    /// <summary>Adds a function behind a trigger.</summary>
    public void Add<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] TTrigger>(
        string id, FunctionAttribute function, TTrigger trigger, ContractAttribute? contract, InputShape input, FunctionHandler handler, params object[] metadata)
        where TTrigger : TriggerAttribute => Add(new FunctionDescriptor<TTrigger>(id, function, trigger, contract, input, handler, metadata));

    /// <summary>Adds a synchronous function behind a trigger.</summary>
    public void Add<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] TTrigger>(
        string id, FunctionAttribute function, TTrigger trigger, ContractAttribute? contract, InputShape input, SynchronousHandler handler, params object[] metadata)
        where TTrigger : TriggerAttribute =>
        Add(new FunctionDescriptor<TTrigger>(id, function, trigger, contract, input, (invocation, _) => new ValueTask<Outcome>(handler(invocation)), metadata) { Synchronous = handler });

    /// <summary>Adds an address that functions of the app send to.</summary>
    public void AddContract(ContractAttribute contract)
    {
        if (!_contracts.Exists(known => known.GetType() == contract.GetType() && known.Name == contract.Name)) _contracts.Add(contract);
    }

    /// <summary>Applies the settings of the environment: overrides of attribute values, <c>Functions:{id}:Disabled</c>, and <c>Run</c>, the ids that this node runs.</summary>
    /// <exception cref="ErmineStartupException">A setting does not parse, is out of range, or names nothing.</exception>
    public void Configure(IConfigurationSection settings)
    {
        _declared = [.. _functions];
        var ids = _functions.Select(f => f.Id).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var section in settings.GetSection("Functions").GetChildren())
        {
            if (!ids.Contains(section.Key)) throw new ErmineStartupException($"The setting {section.Path} names no function; there are {string.Join(", ", ids.Order(StringComparer.Ordinal))}.");
            Overrides.Apply([.. _functions.Where(f => f.Id.Equals(section.Key, StringComparison.OrdinalIgnoreCase))], section);
        }

        _functions.RemoveAll(f => f.IsDisabled);

        var run = settings.GetSection("Run").GetChildren().Select(id => id.Value).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (run.Except(ids, StringComparer.OrdinalIgnoreCase).FirstOrDefault() is { } unknown)
            throw new ErmineStartupException($"The setting {settings.Path}:Run names no function by '{unknown}'; there are {string.Join(", ", ids.Order(StringComparer.Ordinal))}.");
        if (run.Count > 0) _functions.RemoveAll(f => !run.Contains(f.Id));
    }

    /// <summary>Adds what a class declares, as JSON.</summary>
    public void Describe(string json) => _descriptions.Add(json);

    /// <summary>Records a function that could not be wired, with the rule that says why.</summary>
    public void Omit(string method, string rule, string reason) => _omitted.Add(new OmittedFunction(method, rule, reason));

    private void Add(FunctionDescriptor function)
    {
        if (function.Contract is { } contract) AddContract(contract);
        _functions.Add(function);
    }
}
