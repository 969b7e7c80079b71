namespace Ermine;

/// <summary>Says when a function runs. Every kind of trigger derives from this one; the generator knows no other list of them.</summary>
/// <remarks>A derived attribute takes what it needs in its constructor and what it may have in <c>init</c> properties, which become
/// settings that <c>Ermine:Functions:{id}:{Property}</c> can override. What an <c>init</c> property is without being set stands in its <c>[DefaultValue]</c> too: rules cannot see an initializer.</remarks>
public abstract class TriggerAttribute : Attribute
{
    /// <summary>Whether a failed run is repeated. Default: yes; no where a caller waits for the answer.</summary>
    public virtual bool IsRetried => true;
}
