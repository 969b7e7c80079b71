using System.Collections.Immutable;
using Ermine.Generator.Parsing;
using Ermine.Kernel;
using Ermine.Shared;
using Ermine.Shared.Patterns;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ermine.Generator.Rules.Events;

/// <summary>A template is text, so nothing but this holds it to JSON, and its paths to the event, before the app starts. The app reads it by the same code.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class TemplateRule : FunctionRule
{
    private const string Template = "Template";
    private const string Input = "Input";

    private static readonly string[] Members = ["id", "source", "detail-type", "time", "detail", "replay-name"];

    private static readonly DiagnosticDescriptor NoTemplate = Rule.Error("ERM330", "Text that is no template",
        "'{0}' has a template that cannot be used, so the app refuses to start: {1}");

    private static readonly DiagnosticDescriptor Unknown = Rule.Warning("ERM331", "Template names a part that the event does not have",
        "The template of '{0}' takes '{1}' from the event, and {2} has no '{3}', so that it is always null{4}");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [NoTemplate, Unknown];

    protected override void Check(IMethodSymbol method, FunctionIndex index, SymbolAnalysisContext context)
    {
        var ct = context.CancellationToken;
        var declared = DeclaredRule.AllOf(method, ct).FirstOrDefault();
        if ((declared?.Attribute ?? method.Attribute("Ermine.EventRuleAttribute")) is not { } rule || rule.Value(Template) is not string text) return;

        var (parts, error) = TemplateParser.Parse(text);
        if (error is not null) Report(NoTemplate, error.Offset, error.Length, ImmutableDictionary<string, string?>.Empty, method.Spoken(), error.Message);
        else if (rule.Value(Input) is not null) Report(NoTemplate, 0, text.Length, ImmutableDictionary<string, string?>.Empty, method.Spoken(), "Input says already what the function is handed; leave one of them out.");
        if (parts is null) return;

        var its = EventOf(declared, index);
        foreach (var part in parts.Where(p => p.IsPath)) Check(part);

        void Check(TemplatePart part)
        {
            var names = part.Text.Split('.');
            if (!Members.Contains(names[0]))
            {
                if (NearestName.Of(names[0], Members) is { } meant) Tell(part, 0, names[0], "an event", meant); // what events of elsewhere have besides is not known
            }
            else if (names[0] == "detail" && names.Length > 1 && its?.Find(part.Text.Substring(names[0].Length + 1)) is { Missing: { } missing } found)
            {
                Tell(part, PlaceOf(missing, names), missing, found.Within!.Spoken(), NearestName.Of(missing, found.Known));
            }
        }

        void Tell(TemplatePart part, int place, string missing, string within, string? meant) => Report(Unknown, part.Offset + place, missing.Length,
            ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Name, missing).Add(FixProperties.Value, meant), method.Spoken(), part.Text, within, missing, meant is null ? "" : $"; did you mean '{meant}'?");

        void Report(DiagnosticDescriptor what, int offset, int length, ImmutableDictionary<string, string?> fix, params object?[] arguments) => context.ReportDiagnostic(Diagnostic.Create(
            what, rule.LocationIn(Template, offset, length, ct) ?? rule.Location(method, ct), fix, arguments));
    }

    // The event that the pattern asks for, as the function takes what the template makes of it.
    private static TakenEvent? EventOf(DeclaredRule? rule, FunctionIndex index)
    {
        if (rule?.Read().Tree is not { Branches: [var branch] } || Only(branch, "source") is not { } source || Only(branch, "detail-type") is not { } detailType) return null;
        return index.TypesWith("Event").Concat(index.ReferencedTypes).Select(TakenEvent.OfType).FirstOrDefault(e => e?.Source == source && e.DetailType == detailType);
    }

    private static string? Only(PatternBranch branch, string path) =>
        branch.Fields.FirstOrDefault(f => f.Path == path)?.Alternatives is [{ Operator: PatternOperator.Equal or PatternOperator.Exactly, Values: [var value] }] ? value.Text : null;

    private static int PlaceOf(string missing, string[] names)
    {
        var before = Array.IndexOf(names, missing, 1);
        return names.Take(before).Sum(n => n.Length + 1);
    }
}
