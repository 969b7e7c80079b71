using System.Collections.Immutable;
using Ermine.Generator.Parsing;
using Ermine.Kernel;
using Ermine.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ermine.Generator.Rules.Auth;

/// <summary>A policy or a role that guards a function is spelt as where it is made.</summary>
/// <remarks>Policies may also come from configuration, and roles from tokens, so that a name which the code does not know proves nothing. One that
/// the code knows almost does: only such are told of, and none while some of the names in code cannot be read.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class AccessNameRule : FunctionRule
{
    private const string Title = "Unknown policy or role";

    private static readonly DiagnosticDescriptor Policy = Rule.Warning("ERM515", Title,
        "No policy '{0}' is made by AddPolicy, so every call of what it guards would fail with 500; did you mean '{1}'?");

    private static readonly DiagnosticDescriptor Role = Rule.Warning("ERM515", Title,
        "The role '{0}' is asked for nowhere else, so nobody may have it, and what it guards would be refused to everyone; did you mean '{1}'?");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Policy, Role];

    protected override void Check(IMethodSymbol method, FunctionIndex index, SymbolAnalysisContext context) => CheckGuards(method, index, context);

    protected override void Check(INamedTypeSymbol type, FunctionIndex index, SymbolAnalysisContext context)
    {
        if (type.GetMembers().OfType<IMethodSymbol>().Any(ClassParser.IsFunction)) CheckGuards(type, index, context);
    }

    private static void CheckGuards(ISymbol guarded, FunctionIndex index, SymbolAnalysisContext context)
    {
        foreach (var guard in guarded.GetAttributes().Where(a => a.AttributeClass.Is("Microsoft.AspNetCore.Authorization.AuthorizeAttribute")))
        {
            var files = index.Files.Select(SpokenAccess.Of).ToList();
            if (!files.Exists(f => f.HidesPolicies)) CheckPolicy(guard, files, context);
            if (!files.Exists(f => f.HidesRoles)) CheckRoles(guard, files, context);
        }
    }

    private static void CheckPolicy(AttributeData guard, List<SpokenAccess> files, SymbolAnalysisContext context)
    {
        var isFirst = guard.FirstText() is not null;
        var known = files.SelectMany(f => f.Policies).ToImmutableHashSet();
        if ((guard.FirstText() ?? guard.Value("Policy") as string) is not { } policy || known.Contains(policy) || NearestName.Of(policy, known) is not { } meant) return;

        var place = isFirst ? guard.LocationOfFirst(context.CancellationToken) : guard.LocationOf("Policy", context.CancellationToken);
        if (place is not null) context.ReportDiagnostic(Diagnostic.Create(Policy, place, Meaning(meant), policy, meant));
    }

    private static void CheckRoles(AttributeData guard, List<SpokenAccess> files, SymbolAnalysisContext context)
    {
        if (guard.Value("Roles") is not string roles || guard.LocationOf("Roles", context.CancellationToken) is not { } place) return;

        var known = files.SelectMany(f => f.Roles).ToImmutableHashSet();
        foreach (var role in roles.Split(',').Select(r => r.Trim()).Where(r => r.Length > 0 && !known.Contains(r)))
        {
            if (NearestName.Of(role, known) is { } meant) context.ReportDiagnostic(Diagnostic.Create(Role, place, Meaning(roles.Replace(role, meant)), role, meant));
        }
    }

    private static ImmutableDictionary<string, string?> Meaning(string text) => ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Value, text);
}
