using System.Runtime.CompilerServices;
using Ermine.Generator.Model;
using Ermine.Generator.Parsing;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Rules.Functions;

/// <summary>The ids of the functions that code can call, here and in the assemblies that are referenced.</summary>
internal sealed class CallableIds
{
    private static readonly ConditionalWeakTable<FunctionIndex, CallableIds> Indexes = new();

    private readonly Lazy<HashSet<string>> _onDemand;
    private readonly Lazy<Dictionary<string, string>> _others;

    private CallableIds(FunctionIndex index)
    {
        // What is referenced does not change while one types here, and is read only when a call is found.
        var all = new Lazy<List<IMethodSymbol>>(() => [.. index.Functions, .. index.ReferencedTypes.SelectMany(t => t.GetMembers().OfType<IMethodSymbol>().Where(ClassParser.IsFunction))]);
        _onDemand = new(() => new(all.Value.Where(IsOnDemand).Select(IdIndex.IdOf), StringComparer.Ordinal));
        _others = new(() => all.Value.Where(m => !IsOnDemand(m)).GroupBy(IdIndex.IdOf, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Spoken(), StringComparer.Ordinal));
    }

    /// <summary>The ids of functions on demand.</summary>
    public IReadOnlyCollection<string> OnDemand => _onDemand.Value;

    public static CallableIds Of(FunctionIndex index) => Indexes.GetValue(index, i => new CallableIds(i));

    public bool Has(string id) => _onDemand.Value.Contains(id);

    /// <summary>The function of that id, as messages name it, that other triggers run and no call does; null where there is none.</summary>
    public string? NotOnDemand(string id) => _others.Value.TryGetValue(id, out var function) ? function : null;

    private static bool IsOnDemand(IMethodSymbol method)
    {
        var triggers = method.GetAttributes().Deriving(Names.Trigger).ToList();
        return triggers.Count == 0 || triggers.Exists(t => FunctionParser.ShapeOf(t.AttributeClass!) == InputShape.Arguments);
    }
}
