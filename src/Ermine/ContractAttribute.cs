namespace Ermine;

/// <summary>Says on a payload type where values of that type travel. Queues, streams and events derive their own from it.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public abstract class ContractAttribute(string name) : Attribute
{
    /// <summary>The address, which is persisted: not the type's name, so that the type can be renamed.</summary>
    public string Name { get; } = name;
}
