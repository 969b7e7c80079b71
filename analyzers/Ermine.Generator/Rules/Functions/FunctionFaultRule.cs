using System.Collections.Immutable;
using Ermine.Generator.Parsing;
using Ermine.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ermine.Generator.Rules.Functions;

/// <summary>Faults of any function, whatever calls it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class FunctionFaultRule : FaultRule
{
    private static readonly DiagnosticDescriptor NotCallable = Rule.Omission("ERM001", "Function cannot be called by generated code", "{0}");
    private static readonly DiagnosticDescriptor AsyncVoid = Rule.Omission("ERM004", "Function is async void", "{0}");
    private static readonly DiagnosticDescriptor Unbindable = Rule.Omission("ERM006", "Parameter that nothing can bind", "{0}");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [NotCallable, AsyncVoid, Unbindable];

    protected override ImmutableDictionary<string, string?>? Hints(Fault fault, IMethodSymbol method) =>
        fault is { Rule: "ERM006", Place: IParameterSymbol parameter } && CanBeService(parameter.Type)
            ? ImmutableDictionary<string, string?>.Empty.Add(FixProperties.CanBeService, "")
            : null;

    // What holds values only is no service: a text, a list, a type that travels.
    private static bool CanBeService(ITypeSymbol type) => type is { TypeKind: TypeKind.Class, SpecialType: SpecialType.None, IsRecord: false }
        && !type.Implements("System.Collections.IEnumerable") && type.Derived(Names.Contract) is null;
}
