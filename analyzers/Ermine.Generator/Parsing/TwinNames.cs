using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Parsing;

/// <summary>Names of an assembly that differ from another only by case.</summary>
internal static class TwinNames
{
    // Every class asks for the same answer; it goes with the assembly that it is about.
    private static readonly ConditionalWeakTable<IAssemblySymbol, HashSet<string>> Known = new();

    /// <summary>Types and namespaces that have a twin, without regard to case.</summary>
    public static HashSet<string> Of(IAssemblySymbol assembly) => Known.GetValue(assembly, static a => Among(a.TypeNames.Concat(a.NamespaceNames)));

    private static HashSet<string> Among(IEnumerable<string> names)
    {
        var twins = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var seen = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in names)
        {
            if (!seen.TryGetValue(name, out var other)) seen.Add(name, name);
            else if (other != name) twins.Add(name);
        }

        return twins;
    }
}
