namespace Ermine;

/// <summary>Points at the generated catalog of an assembly: a public static class with <c>AddTo(FunctionCatalog)</c>. Emitted by the generator.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class ErmineCatalogAttribute(Type catalog) : Attribute
{
    /// <summary>The catalog's type.</summary>
    public Type Catalog { get; } = catalog;
}
