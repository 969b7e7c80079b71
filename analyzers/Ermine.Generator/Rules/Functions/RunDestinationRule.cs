using System.Collections.Immutable;
using Ermine.Generator.Parsing;
using Ermine.Kernel;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ermine.Generator.Rules.Functions;

/// <summary>What a run calls next takes what it is given: the result as its one argument, or the failure.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class RunDestinationRule : FunctionRule
{
    private const string Failure = "Ermine.Functions.RunFailure";

    private static readonly DiagnosticDescriptor Misfit = Rule.Error("ERM010", "What a run calls next does not take what it is given",
        "'{0}' has {1} = \"{2}\", {3}; {4}");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Misfit];

    protected override void Check(IMethodSymbol method, FunctionIndex index, SymbolAnalysisContext context)
    {
        if (method.Attribute(Names.OnDemand) is not { } trigger) return;

        foreach (var member in new[] { "OnSuccess", "OnFailure" })
        {
            if (trigger.Value(member) is not string id || Fault(method, member, id, index, context.Compilation) is not var (why, advice)) continue;
            context.ReportDiagnostic(Diagnostic.Create(Misfit, trigger.LocationOf(member, context.CancellationToken) ?? trigger.Location(method, context.CancellationToken),
                method.Spoken(), member, id, why, advice));
        }
    }

    private static (string Why, string Advice)? Fault(IMethodSymbol method, string member, string id, FunctionIndex index, Compilation compilation)
    {
        if (Find(id, index) is not { } next) return ("which is the id of no function", Known(id, index));
        if (!IsOnDemand(next)) return ($"and '{next.Spoken()}' has another trigger, so that it cannot be called", $"add [OnDemand] to '{next.Spoken()}', or name a function without a trigger");
        if (next.Attribute(Names.OnDemand)?.Value("ConcurrencyKey") is string)
            return ($"whose runs go one at a time by an argument that a result does not name", $"let '{next.Spoken()}' have no ConcurrencyKey");

        var given = member == "OnSuccess" ? CallParser.ResultOf(method) : compilation.GetTypeByMetadataName(Failure);
        if (given is null) return member == "OnSuccess" ? ("and answers nothing to give it", "return a value, or remove OnSuccess") : null;
        if (given is IErrorTypeSymbol || next.Parameters.Any(p => p.Type is IErrorTypeSymbol)) return null; // the compiler says what is wrong
        if (new ArgumentBinder().Arguments(next).ToArray() is not [var argument])
            return ($"and '{next.Spoken()}' does not take exactly one argument", $"let it take one of type {Spoken(given)}");

        return Takes(argument.Type, Given(method, given), compilation)
            ? null
            : ($"and '{next.Spoken()}' takes a {Spoken(argument.Type)} where it is given a {Spoken(Given(method, given))}", "let both be of one type");
    }

    // Of a run, a sequence is one list.
    private static ITypeSymbol Given(IMethodSymbol method, ITypeSymbol given) =>
        ReturnParser.Of(method).Kind == Model.ReturnKind.Sequence && !given.Is(Failure) && ReturnParser.ValueOf(method) is INamedTypeSymbol sequence ? sequence : given;

    private static bool Takes(ITypeSymbol argument, ITypeSymbol given, Compilation compilation) =>
        given.Is("System.Collections.Generic.IAsyncEnumerable`1") // a list of its items, which many types can be
        || compilation.ClassifyCommonConversion(given, argument) is { Exists: true, IsUserDefined: false } conversion && (conversion.IsIdentity || conversion.IsImplicit);

    private static bool IsOnDemand(IMethodSymbol function) =>
        function.Attribute(Names.OnDemand) is not null || !function.GetAttributes().Any(a => a.AttributeClass.Inherits(Names.Trigger));

    private static IMethodSymbol? Find(string id, FunctionIndex index) => IdIndex.Of(index).Ids[id].FirstOrDefault(f => IdIndex.IdOf(f) == id)
        ?? Referenced(index).FirstOrDefault(f => IdIndex.IdOf(f) == id);

    private static IEnumerable<IMethodSymbol> Referenced(FunctionIndex index) =>
        index.ReferencedTypes.SelectMany(t => t.GetMembers().OfType<IMethodSymbol>().Where(ClassParser.IsFunction));

    private static string Known(string id, FunctionIndex index) =>
        NearestName.Of(id, index.Functions.Select(IdIndex.IdOf)) is { } near ? $"did you mean \"{near}\"?" : "name a function on demand by its id, class.method in kebab case";

    private static string Spoken(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
}
