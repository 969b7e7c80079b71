using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Ermine.Kernel;

/// <summary>One function behind one trigger of a known kind, so that its factory is found without reflection.</summary>
public sealed class FunctionDescriptor<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] TTrigger> : FunctionDescriptor where TTrigger : TriggerAttribute
{
    internal FunctionDescriptor(string id, FunctionAttribute function, TTrigger trigger, ContractAttribute? contract, InputShape input, FunctionHandler handler, object[] metadata)
        : base(id, function, contract, input, handler, metadata) => Trigger = trigger;

    /// <inheritdoc/>
    public override TTrigger Trigger { get; }

    internal override IEnumerable<string> Configure(IConfigurationSection settings) => Overrides.Apply(Trigger, settings);

    internal override ITriggerSource? CreateSource(IServiceProvider services)
    {
        var factory = services.GetService<ITriggerFactory<TTrigger>>()
            ?? throw new ErmineStartupException(
                $"Nothing serves {typeof(TTrigger).Name} of function '{Id}': register an ITriggerFactory<{typeof(TTrigger).Name}>, or reference the package that brings it.");
        return factory.Create(this);
    }
}
