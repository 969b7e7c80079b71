using System.Collections.Immutable;
using Ermine.Generator.Model;
using Ermine.Generator.Parsing;
using Ermine.Generator.Rules.Queues;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ermine.Generator.Rules.Http;

/// <summary>What everyone may send has a length.</summary>
/// <remarks>Advice only: the size of a body is limited in any case, so that what is at stake is data, not the server.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class UnboundedBodyRule : FunctionRule
{
    private const string Annotations = "System.ComponentModel.DataAnnotations.";
    private const int Told = 3;

    private static readonly DiagnosticDescriptor Unbounded = Rule.Advice("ERM427", "Body of a public endpoint without bounds",
        "Everyone may call '{0}', and {1} of its body may be as long as a body can be; say how long with [StringLength], [MaxLength] or [Length]");

    private static readonly string[] NoBounds = ["Required", "MinLength", "EmailAddress", "Url", "Phone", "Display", "DataType", "Compare", "FileExtensions"];

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Unbounded];

    protected override void Check(IMethodSymbol method, FunctionIndex index, SymbolAnalysisContext context)
    {
        if (method.Attribute("Ermine.RestAttribute") is null || !IsPublic(method) || FunctionParser.Parse(method, context.CancellationToken).Model is not { } function) return;

        var bodies = function.Triggers.SelectMany(t => t.Parameters).Where(p => p.Source == ValueSource.Body).Select(p => p.Name.TrimStart('@')).ToImmutableHashSet(StringComparer.Ordinal);
        foreach (var body in method.Parameters.Where(p => bodies.Contains(p.Name)))
        {
            var unbounded = ReachedMembers.Of(body.Type).Where(reached => IsUnbounded(JsonMembers.TypeOf(reached.Member), AttributesOf(reached.Member))).Select(reached => $"'{reached.Path}'").Distinct().ToList();
            if (IsUnbounded(body.Type, body.GetAttributes())) unbounded.Insert(0, $"'{body.Name}'");
            if (unbounded.Count == 0) continue;

            if (unbounded.Count > Told) unbounded = [.. unbounded.Take(Told), $"{unbounded.Count - Told} more"];
            context.ReportDiagnostic(Diagnostic.Create(Unbounded, body.Place(), method.Spoken(), unbounded.Listed()));
        }
    }

    private static bool IsPublic(IMethodSymbol method)
    {
        var attributes = MetadataParser.Of(method).Select(a => a.AttributeClass).OfType<INamedTypeSymbol>().ToList();
        return attributes.Exists(a => a.Implements("Microsoft.AspNetCore.Authorization.IAllowAnonymous")) || !attributes.Exists(a => a.Implements("Microsoft.AspNetCore.Authorization.IAuthorizeData"));
    }

    private static bool IsUnbounded(ITypeSymbol type, IEnumerable<AttributeData> attributes) =>
        (type.SpecialType == SpecialType.System_String || JsonTypes.Element(type) is not null || JsonTypes.Dictionary(type) is not null) && !attributes.Any(IsBound);

    // An attribute of the user's own may bound as well as any.
    private static bool IsBound(AttributeData attribute) =>
        attribute.AttributeClass.Inherits(Annotations + "ValidationAttribute") && !NoBounds.Any(name => attribute.AttributeClass.Is($"{Annotations}{name}Attribute"));

    // What stands before the parameter of a record belongs to the parameter, and means its property.
    private static IEnumerable<AttributeData> AttributesOf(ISymbol member) => member.GetAttributes().Concat(
        member.ContainingType.InstanceConstructors.SelectMany(c => c.Parameters).Where(p => p.Name == member.Name).SelectMany(p => p.GetAttributes()));
}
