using System.Collections.Immutable;
using Ermine.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ermine.Generator.Rules.Events;

/// <summary>Examples say which events a rule is for, and the build holds the rule to them.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class ExampleRule : FunctionRule
{
    private const string Example = "Ermine.EventExampleAttribute";

    private static readonly DiagnosticDescriptor Wrong = Rule.Error("ERM306", "Event rule that its example contradicts",
        "The rule of '{0}' {1} this event, and the example says otherwise: {2}");

    private static readonly DiagnosticDescriptor Unreadable = Rule.Error("ERM307", "Event example that says nothing",
        "The example of '{0}' cannot be held against its rule: {1}");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Wrong, Unreadable];

    protected override void Check(IMethodSymbol method, FunctionIndex index, SymbolAnalysisContext context)
    {
        var ct = context.CancellationToken;
        foreach (var attribute in method.GetAttributes().Where(a => a.AttributeClass.Is(Example) && a.ConstructorArguments.Length == 2))
        {
            var given = attribute.ConstructorArguments.Select((a, i) => (Text: a.Value as string, IsMatch: i == 0)).Where(g => g.Text is not null).ToList();
            if (given.Count == 0) Report(Unreadable, attribute.Location(method, ct), method.Spoken(), "it has no event; write matches: or not: and an event in JSON");
            else if (!method.GetAttributes().Any(a => a.AttributeClass.Inherits("Ermine.EventRuleAttribute"))) Report(Unreadable, attribute.Location(method, ct), method.Spoken(), "the function has no [EventRule]; put the example on one that has, or remove it");
            foreach (var (text, isMatch) in given) Check(attribute, text!, isMatch);
        }

        void Check(AttributeData attribute, string text, bool isMatch)
        {
            var argument = Argument(attribute, isMatch, ct);
            var (example, error) = ExampleEvent.Read(text);
            if (example is null)
            {
                Report(Unreadable, LiteralText.Place(argument?.Expression, error!.Offset, error.Length) ?? argument?.GetLocation() ?? attribute.Location(method, ct), method.Spoken(), error.Message);
                return;
            }

            if (DeclaredRule.AllOf(method, ct).FirstOrDefault()?.Read().Tree is not { } tree) return; // another rule says so, or the app makes the rules
            var match = new ExampleMatch(tree, example);
            if (match.Holds() is { } holds && holds != isMatch)
                Report(Wrong, argument?.GetLocation() ?? attribute.Location(method, ct), method.Spoken(), holds ? "matches" : "does not match", holds ? match.Found() : match.Missing());
        }

        void Report(DiagnosticDescriptor what, Location place, params object?[] arguments) => context.ReportDiagnostic(Diagnostic.Create(what, place, arguments));
    }

    private static AttributeArgumentSyntax? Argument(AttributeData attribute, bool isMatch, CancellationToken ct)
    {
        var given = (attribute.ApplicationSyntaxReference?.GetSyntax(ct) as AttributeSyntax)?.ArgumentList?.Arguments;
        return given?.FirstOrDefault(a => a.NameColon?.Name.Identifier.ValueText == (isMatch ? "matches" : "not"))
            ?? given?.Where(a => a is { NameColon: null, NameEquals: null }).Skip(isMatch ? 0 : 1).FirstOrDefault();
    }
}
