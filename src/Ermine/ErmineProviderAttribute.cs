namespace Ermine;

/// <summary>Points at something that <c>AddErmine()</c> registers: a public static class with
/// <c>AddTo(IHostApplicationBuilder, FunctionCatalog)</c>. Slices and providers carry one; so does a trigger of your own.</summary>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class ErmineProviderAttribute(Type provider) : Attribute
{
    /// <summary>The registering type.</summary>
    public Type Provider { get; } = provider;
}
