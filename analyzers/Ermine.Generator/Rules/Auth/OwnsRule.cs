using System.Collections.Immutable;
using Ermine.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ermine.Generator.Rules.Auth;

/// <summary>What [Owns] asks for can be answered: there is something with an owner, and a caller who could be it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class OwnsRule : FunctionRule
{
    private const string Owns = "Ermine.OwnsAttribute";
    private const string Owned = "Ermine.IOwned";
    private const string Anonymous = "Microsoft.AspNetCore.Authorization.IAllowAnonymous";

    private static readonly DiagnosticDescriptor NothingOwned = Rule.Warning("ERM502", "[Owns] has nothing that has an owner",
        "'{0}' has [Owns], but neither what it returns is IOwned nor does it take IOwnership to ask about what it loads, so every run of it fails; return something that implements IOwned, or take IOwnership and call Require");

    private static readonly DiagnosticDescriptor Strangers = Rule.Error("ERM503", "[Owns] without a caller",
        "'{0}' has [Owns], but strangers may call it, who own nothing, so the app does not start; add [Authorize] and take [AllowAnonymous] away");

    private static readonly string[] Guards = ["Microsoft.AspNetCore.Authorization.IAuthorizeData", "Microsoft.AspNetCore.Authorization.IAuthorizationRequirementData"];

    // What the question may be asked through, out of sight.
    private static readonly string[] Askers = ["Ermine.Auth.IOwnership", "System.IServiceProvider", "Microsoft.AspNetCore.Http.HttpContext"];

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [NothingOwned, Strangers];

    protected override void Check(IMethodSymbol method, FunctionIndex index, SymbolAnalysisContext context)
    {
        var attributes = MetadataParser.Of(method).Select(a => a.AttributeClass!).ToList();
        if (!attributes.Any(a => a.Is(Owns))) return;

        if (IsCalled(method) && IsOpen(attributes)) context.ReportDiagnostic(Diagnostic.Create(Strangers, method.Place(), method.Spoken()));
        if (!MayReturnOwned(ReturnParser.ValueOf(method)) && !Asks(method)) context.ReportDiagnostic(Diagnostic.Create(NothingOwned, method.Place(), method.Spoken()));
    }

    // An attribute that is half typed may become the guard.
    private static bool IsOpen(List<INamedTypeSymbol> attributes) =>
        !attributes.Any(a => a is IErrorTypeSymbol) && (!attributes.Any(a => Guards.Any(a.Implements)) || attributes.Any(a => a.Implements(Anonymous)));

    // Over HTTP or on demand. Of a message the sender is asked, who is known or not.
    private static bool IsCalled(IMethodSymbol method)
    {
        var triggers = method.GetAttributes().Deriving(Names.Trigger).ToList();
        return triggers.Count == 0 || triggers.Any(t => t.AttributeClass.Is("Ermine.RestAttribute"));
    }

    // Of object, an interface, or a type that is half typed nobody can tell.
    private static bool MayReturnOwned(ITypeSymbol? type) => type switch
    {
        null => false,
        IArrayTypeSymbol array => MayReturnOwned(array.ElementType),
        { SpecialType: SpecialType.System_Object } or IErrorTypeSymbol or ITypeParameterSymbol => true,
        _ when type.Is("System.Collections.Generic.IAsyncEnumerable`1") => false, // which is written while it comes
        INamedTypeSymbol { IsGenericType: true } generic => generic.Implements(Owned) || generic.TypeArguments.Any(MayReturnOwned),
        { TypeKind: TypeKind.Interface } => true,
        _ => type.Implements(Owned),
    };

    private static bool Asks(IMethodSymbol method) => method.Parameters.Concat(method.ContainingType.InstanceConstructors.SelectMany(c => c.Parameters))
        .Any(p => p.Type is IErrorTypeSymbol || Askers.Any(a => p.Type.Is(a)) || p.Type.Inherits("Ermine.Kernel.Invocation"));
}
