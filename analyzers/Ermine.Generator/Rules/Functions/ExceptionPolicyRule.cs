using System.Collections.Immutable;
using Ermine.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ermine.Generator.Rules.Functions;

/// <summary>What is to be done when a function throws must be able to happen.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class ExceptionPolicyRule : FunctionRule
{
    private const string RetryOn = "Ermine.RetryOnAttribute`1";

    private static readonly DiagnosticDescriptor Unreachable = Rule.Warning("ERM111", "Exception policy that never counts",
        "{0} on '{1}' never counts: {2}; {3}");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Unreachable];

    protected override void Check(IMethodSymbol method, FunctionIndex index, SymbolAnalysisContext context)
    {
        var policies = method.GetAttributes().Where(a => ThrownBy(a) is not null).ToList();
        if (policies.Count == 0) return;

        var attempts = method.Attribute(Names.Function)?.Value("MaxAttempts") as int?;
        var triggers = method.GetAttributes().Deriving(Names.Trigger).ToList();
        var isRetried = triggers.Count == 0 || !triggers.TrueForAll(t => t.AttributeClass.Inherits("Ermine.RestAttribute"));
        foreach (var policy in policies)
        {
            if (FaultOf(policy, policies, attempts, isRetried) is not var (reason, advice)) continue;

            var place = policy.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken).GetLocation() ?? method.Place();
            context.ReportDiagnostic(Diagnostic.Create(Unreachable, place, Spoken(policy), method.Spoken(), reason, advice));
        }
    }

    private static (string Reason, string Advice)? FaultOf(AttributeData policy, List<AttributeData> all, int? attempts, bool isRetried)
    {
        var thrown = ThrownBy(policy);
        if (!isRetried) return ("a request is answered and never tried again", "remove it");
        if (thrown.Is("Ermine.Kernel.PayloadException")) return ("a payload that cannot be read is a dead letter at once", "remove it");
        if (thrown.Is("Ermine.RetryAfter")) return ("RetryAfter says itself when the next attempt is, and counts as none", "remove it");
        if (all.TakeWhile(p => p != policy).FirstOrDefault(p => SymbolEqualityComparer.Default.Equals(ThrownBy(p), thrown)) is { } other)
            return ($"or {Spoken(other)} does not, since both are for '{thrown!.Spoken()}'", "remove one of the two");

        if (attempts is not { } most || !policy.AttributeClass.Is(RetryOn)) return null;
        return most == 1
            ? ("the function has one attempt", "raise MaxAttempts in [Function(...)], or remove it")
            : policy.Value("MaxAttempts") is int own && own > most
                ? ($"its {own} attempts are more than the {most} of the function, which end first", $"raise MaxAttempts in [Function(...)] to {own}, or lower it here")
                : null;
    }

    // Of a policy class of the user's own it is not known what it is for.
    private static ITypeSymbol? ThrownBy(AttributeData attribute) =>
        attribute.AttributeClass is { TypeArguments: [{ TypeKind: not TypeKind.Error } thrown] } type && (type.Is(RetryOn) || type.Is("Ermine.RejectOnAttribute`1")) ? thrown : null;

    private static string Spoken(AttributeData policy) => $"[{policy.AttributeClass!.SpokenAttribute()}<{ThrownBy(policy)!.Spoken()}>]";
}
