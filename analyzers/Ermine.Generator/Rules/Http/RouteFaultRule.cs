using System.Collections.Immutable;
using Ermine.Generator.Parsing;
using Ermine.Kernel;
using Ermine.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ermine.Generator.Rules.Http;

/// <summary>Faults of functions that answer requests.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class RouteFaultRule : FaultRule
{
    private static readonly DiagnosticDescriptor NoRoute = Rule.Omission("ERM401", "Route does not parse", "{0}");
    private static readonly DiagnosticDescriptor Unmatched = Rule.Omission("ERM402", "Route and parameters do not match", "{0}");
    private static readonly DiagnosticDescriptor TwoBodies = Rule.Omission("ERM404", "Two bodies", "{0}");

    private static readonly DiagnosticDescriptor FormAndBody = Rule.Omission("ERM405", "A form and another body", "{0}");
    private static readonly DiagnosticDescriptor OtherBindAsync = Rule.Omission("ERM406", "BindAsync that generated code cannot call", "{0}");
    private static readonly DiagnosticDescriptor UnreadableCookie = Rule.Omission("ERM407", "Cookie of a type that no text can be", "{0}");
    private static readonly DiagnosticDescriptor UnmakeableMembers = Rule.Omission("ERM409", "Members of a type that nothing can make", "{0}");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [NoRoute, Unmatched, TwoBodies, FormAndBody, OtherBindAsync, UnreadableCookie, UnmakeableMembers];

    protected override ImmutableDictionary<string, string?>? Hints(Fault fault, IMethodSymbol method)
    {
        if (fault is not { Rule: "ERM402", Subject: { } name, Attribute: { } trigger }) return null;

        var route = RouteTemplate.Parse(trigger.FirstText() ?? "", out _);
        var hints = ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Name, name).Add(FixProperties.Type, TypeOf(route?.Parameters.FirstOrDefault(p => p.Name == name)));
        var free = method.Parameters.Where(p => IsOfText(p.Type) && route?.Parameters.Any(r => string.Equals(r.Name, p.Name, StringComparison.OrdinalIgnoreCase)) == false).Select(p => p.Name).ToList();
        return Meant(name, free) is { } meant ? hints.Add(FixProperties.Value, meant) : hints;
    }

    // {id} and pollId are one thing as likely as {polId} and pollId are.
    private static string? Meant(string name, List<string> free) =>
        free.FirstOrDefault(f => f.EndsWith(name, StringComparison.OrdinalIgnoreCase) || name.EndsWith(f, StringComparison.OrdinalIgnoreCase)) ?? NearestName.Of(name, free);

    private static bool IsOfText(ITypeSymbol type) => type.SpecialType == SpecialType.System_String || type.TypeKind == TypeKind.Enum
        || type.AllInterfaces.Any(i => i.Is("System.IParsable`1")) || type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    private static string TypeOf(RouteParameter? parameter) => (parameter?.Constraints.Split(':', '=')[0].ToLowerInvariant(), parameter?.IsOptional) switch
    {
        ("int" or "long" or "bool" or "decimal" or "double" or "float", false) => parameter!.Constraints.Split(':')[0].ToLowerInvariant(),
        ("guid", false) => "System.Guid",
        ("datetime", false) => "System.DateTime",
        (_, true) => "string?",
        _ => "string",
    };
}
