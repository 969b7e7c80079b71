using System.Collections.Immutable;
using Ermine.Generator.Parsing;
using Ermine.Shared.Patterns;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ermine.Generator.Rules.Events;

/// <summary>What a pipe returns is to be an event, and nobody else's answer; its filter is text, which nothing but this holds to its language before the app starts.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class PipeRule : FunctionRule
{
    private const string Filter = "Filter";

    private static readonly DiagnosticDescriptor NoEvent = Rule.Error("ERM332", "Pipe without an event",
        "'{0}' is a pipe and returns {1}, so there is nothing to publish; return a type with [Event], or an IReadOnlyList of one");

    private static readonly DiagnosticDescriptor Answer = Rule.Error("ERM333", "Pipe whose result is an answer",
        "'{0}' is a pipe and is called {1}, where the caller gets what it returns and nothing is published; leave out [Pipe] and publish through IEventBus");

    private static readonly DiagnosticDescriptor NoPattern = Rule.Error("ERM334", "Filter that is no event pattern",
        "'{0}' has a filter that cannot be read, so the app refuses to start: {1}");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [NoEvent, Answer, NoPattern];

    protected override void Check(IMethodSymbol method, FunctionIndex index, SymbolAnalysisContext context)
    {
        if (method.Attribute(Names.Pipe) is not { } pipe || method.ReturnType.IsMissing()) return;

        var ct = context.CancellationToken;
        if (PipeParser.Events(method) is null) Report(NoEvent, ReturnPlace(), ReturnParser.ValueOf(method)?.Spoken() ?? "nothing");
        if (PipeParser.Answered(method).ToList() is { Count: > 0 } answered) Report(Answer, pipe.Location(method, ct), answered.Listed());
        if (pipe.Value(Filter) is string filter && PatternParser.Parse(filter).Error is { } error)
            Report(NoPattern, pipe.LocationIn(Filter, error.Offset, error.Length, ct) ?? pipe.Location(method, ct), error.Message);

        Location ReturnPlace() => (method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(ct) as MethodDeclarationSyntax)?.ReturnType.GetLocation() ?? method.Place();

        void Report(DiagnosticDescriptor what, Location place, string why) => context.ReportDiagnostic(Diagnostic.Create(what, place, method.Spoken(), why));
    }
}
