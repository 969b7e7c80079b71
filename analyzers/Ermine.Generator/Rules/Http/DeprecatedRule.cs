using System.Collections.Immutable;
using System.Globalization;
using Ermine.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ermine.Generator.Rules.Http;

/// <summary>A day is text, so nothing but this holds it to the calendar before the app starts.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class DeprecatedRule : FunctionRule
{
    private const string Deprecated = "Ermine.DeprecatedAttribute";

    private static readonly DiagnosticDescriptor NoDay = Rule.Error("ERM422", "Day of deprecation that is none",
        "'{0}' has {1} = \"{2}\", which is {3}, so {4}");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [NoDay];

    protected override void Check(IMethodSymbol method, FunctionIndex index, SymbolAnalysisContext context) => Check(method.Attribute(Deprecated), method, method.Spoken(), context);

    protected override void Check(INamedTypeSymbol type, FunctionIndex index, SymbolAnalysisContext context) => Check(type.Attribute(Deprecated), type, type.Name, context);

    private static void Check(AttributeData? deprecated, ISymbol bearer, string name, SymbolAnalysisContext context)
    {
        if (deprecated is null) return;

        var (since, sunset) = (deprecated.Value("Since") as string, deprecated.Value("Sunset") as string);
        var (begin, end) = (Day(since), Day(sunset));
        if (since is not null && begin is null) Report("Since", since, "no day", "the app refuses to start; write it as 2027-01-31");
        if (sunset is not null && end is null) Report("Sunset", sunset, "no day", "the app refuses to start; write it as 2027-01-31");
        if (begin is not null && end < begin) Report("Sunset", sunset!, $"before Since = \"{since}\"", "callers are told that it went before it was deprecated; correct one of the days");

        void Report(string property, string text, string wrong, string effect) => context.ReportDiagnostic(Diagnostic.Create(NoDay,
            deprecated.LocationOf(property, context.CancellationToken) ?? deprecated.Location(bearer, context.CancellationToken), name, property, text, wrong, effect));
    }

    private static DateTime? Day(string? text) => DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
