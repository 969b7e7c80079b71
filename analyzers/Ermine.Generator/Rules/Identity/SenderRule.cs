using System.Collections.Immutable;
using Ermine.Generator.Model;
using Ermine.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ermine.Generator.Rules.Identity;

/// <summary>What a function asks of whoever sent its messages can be asked of somebody.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class SenderRule : FunctionRule
{
    private const string Guard = "Microsoft.AspNetCore.Authorization.IAuthorizeData";
    private const string Requirements = "Microsoft.AspNetCore.Authorization.IAuthorizationRequirementData";
    private const string Open = "Microsoft.AspNetCore.Authorization.IAllowAnonymous";
    private const string Schemes = "AuthenticationSchemes";

    private static readonly DiagnosticDescriptor NobodySends = Rule.Error("ERM510", "Authorization where nobody calls",
        "'{0}' has [{1}], and nobody sends what [{2}] hands over: the app makes it itself, so no caller could satisfy it, and the app would not start; take it off, or put [AllowAnonymous] on the method where the class has it");

    private static readonly DiagnosticDescriptor NoScheme = Rule.Error("ERM511", "Authentication scheme asked of a message",
        "'{0}' asks for AuthenticationSchemes = \"{1}\", and its messages were authenticated where they were sent, so no scheme can be asked again, and the app would not start; ask for a policy or for roles instead");

    private static readonly DiagnosticDescriptor AlwaysNobody = Rule.Warning("ERM512", "Sender where nobody sends",
        "'{0}' takes the ClaimsPrincipal '{1}', and nobody sends what [{2}] hands over, so it is always nobody; take it out");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [NobodySends, NoScheme, AlwaysNobody];

    protected override void Check(IMethodSymbol method, FunctionIndex index, SymbolAnalysisContext context)
    {
        var triggers = method.GetAttributes().Deriving(Names.Trigger).ToArray();
        var unsent = Array.FindAll(triggers, t => !HasSender(t));
        if (unsent.Length > 0 && unsent.Length == triggers.Length)
        {
            foreach (var parameter in method.Parameters.Where(p => p.Type.Is(Names.ClaimsPrincipal)))
                context.ReportDiagnostic(Diagnostic.Create(AlwaysNobody, parameter.Place(), method.Spoken(), parameter.Name, Spoken(unsent[0])));
        }

        var attributes = MetadataParser.Of(method).ToArray();
        if (Array.Exists(attributes, a => a.AttributeClass!.Implements(Open))) return;

        if (unsent.Length > 0 && Array.Find(attributes, a => a.AttributeClass!.Implements(Guard) || a.AttributeClass!.Implements(Requirements)) is { } guard)
            context.ReportDiagnostic(Diagnostic.Create(NobodySends, method.Place(), method.Spoken(), Spoken(guard), Spoken(unsent[0])));
        else if (Array.Exists(triggers, t => FunctionParser.ShapeOf(t.AttributeClass!) is InputShape.Message or InputShape.Batch) && attributes.Select(a => a.Value(Schemes) as string).FirstOrDefault(s => s is { Length: > 0 }) is { } schemes)
            context.ReportDiagnostic(Diagnostic.Create(NoScheme, method.Place(), method.Spoken(), schemes));
    }

    // As its kind says; one that hands over nothing was sent by nobody.
    private static bool HasSender(AttributeData trigger)
    {
        for (var type = trigger.AttributeClass; type is not null; type = type.BaseType)
        {
            if (type.Attribute(Names.TriggerShape) is { } shape) return shape.Value("HasSender") is not false;
        }

        return false;
    }

    private static string Spoken(AttributeData attribute) => attribute.AttributeClass!.Name is var name && name.EndsWith("Attribute", StringComparison.Ordinal) ? name.Substring(0, name.Length - "Attribute".Length) : name;
}
