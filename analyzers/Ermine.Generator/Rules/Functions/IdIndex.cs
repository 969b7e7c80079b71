using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Rules.Functions;

/// <summary>The functions of a compilation by their ids.</summary>
internal sealed class IdIndex
{
    private static readonly ConditionalWeakTable<FunctionIndex, IdIndex> Indexes = new();

    private readonly Lazy<ILookup<string, IMethodSymbol>> _ids;

    private IdIndex(FunctionIndex index) => _ids = new(() => index.Functions.ToLookup(IdOf, StringComparer.OrdinalIgnoreCase));

    /// <summary>The functions by id; settings find an id without regard to case.</summary>
    public ILookup<string, IMethodSymbol> Ids => _ids.Value;

    public static IdIndex Of(FunctionIndex index) => Indexes.GetValue(index, i => new IdIndex(i));

    public static string IdOf(IMethodSymbol method) => method.Attribute("Ermine.FunctionAttribute")?.Value("Id") as string
        ?? $"{Kebab(method.ContainingType.Name)}.{Kebab(WithoutAsync(method.Name))}";

    public static string Kebab(string name)
    {
        var kebab = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            var begins = i > 0 && char.IsUpper(name[i]) && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if (begins && name[i - 1] != '_') kebab.Append('-');
            kebab.Append(name[i] == '_' ? '-' : char.ToLowerInvariant(name[i]));
        }

        return kebab.ToString();
    }

    private static string WithoutAsync(string name) =>
        name.EndsWith("Async", StringComparison.Ordinal) && name.Length > 5 ? name.Substring(0, name.Length - 5) : name;
}
