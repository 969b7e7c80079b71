using System.Collections.Immutable;
using System.Globalization;
using Ermine.Generator.Parsing;
using Ermine.Kernel;
using Ermine.Shared;
using Ermine.Shared.Patterns;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ermine.Generator.Rules.Events;

/// <summary>A pattern that asks for a value which an enumeration does not have, or has but does not write so, never matches by it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class EnumValueRule : PatternMemberRule
{
    private const string MemberName = "System.Text.Json.Serialization.JsonStringEnumMemberNameAttribute";

    private static readonly DiagnosticDescriptor Unknown = Rule.Warning("ERM308", "Pattern asks for a value that the enumeration does not have",
        "'{0}' asks '{1}' for {2}, and {3} {4}, so this alternative never matches{5}");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Unknown];

    protected override void Check(DeclaredRule rule, PatternField field, FoundMember found, TakenEvent taken, SymbolAnalysisContext context)
    {
        if (found.Written is not (EventMemberKind.NamedEnum or EventMemberKind.NumberedEnum) || found.Type!.Attribute("System.FlagsAttribute") is not null) return;

        var members = found.Type!.GetMembers().OfType<IFieldSymbol>().Where(f => f.HasConstantValue).ToList();
        var names = members.ConvertAll(f => f.Attribute(MemberName)?.FirstText() ?? f.Name);
        var numbers = members.ConvertAll(f => Convert.ToString(f.ConstantValue, CultureInfo.InvariantCulture)!);
        var isNamed = found.Written == EventMemberKind.NamedEnum;
        foreach (var test in field.Alternatives)
        {
            if (test.Operator is not (PatternOperator.Equal or PatternOperator.Exactly or PatternOperator.Number)) continue;

            var (asked, isText) = (test.Values[0].Text, test.Operator != PatternOperator.Number);
            var at = isText ? names.IndexOf(asked) : numbers.FindIndex(n => ExampleOperators.Compare(n, asked) == 0);
            if (at >= 0 && isText == isNamed) continue;
            if (isText && !isNamed && field.Alternatives.Any(a => a.Operator == PatternOperator.Number)) continue; // it is ready for either

            var meant = at >= 0 ? at : isText ? names.IndexOf(NearestName.Of(asked, names) ?? "") : -1;
            var written = meant < 0 ? null : isNamed ? names[meant] : numbers[meant];
            var why = at < 0 ? "has no such value" : isNamed ? "is written as its names" : "is written as its number, unless a JsonStringEnumConverter stands on it";
            var properties = ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Name, asked).Add(FixProperties.Value, isText && isNamed ? written : null); // a name in the place of a number would need quotes, which each kind of literal writes otherwise
            context.ReportDiagnostic(Diagnostic.Create(Unknown, rule.Place(test.Offset, test.Length, context.CancellationToken), properties,
                rule.Method.Spoken(), field.Path, Written(rule, test), found.Type!.Name, why, written is null ? "" : at >= 0 ? $"; write {(isNamed ? $"\"{written}\"" : written)}" : $"; did you mean {(isNamed ? $"\"{written}\"" : written)}?"));
        }
    }

    private static string Written(DeclaredRule rule, PatternTest test) => rule.Text.Substring(test.Offset, test.Length);
}
