using System.Runtime.CompilerServices;
using Ermine.Generator.Parsing;
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

    public static string IdOf(IMethodSymbol method) => FunctionId.Of(method, method.Attribute(Names.Function)!);
}
