namespace Ermine.Architecture.Tests.Metadata;

/// <summary>A top-level type; what is nested in it counts as it.</summary>
internal sealed record TypeName(string Assembly, string Namespace, string Name)
{
    /// <summary>Whether it stands in this namespace or in one below it.</summary>
    public bool IsIn(string space) => Namespace == space || Namespace.StartsWith(space + ".", StringComparison.Ordinal);

    public override string ToString() => Namespace.Length == 0 ? Name : $"{Namespace}.{Name}";
}
