using System.Collections.Immutable;
using Ermine.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ermine.Generator.Rules.Http;

/// <summary>An entity tag is made of a version, so there must be one.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class ETagRule : FunctionRule
{
    private static readonly string[] Versioned = ["JasperFx.Metadata.IVersioned", "JasperFx.IRevisioned", "JasperFx.ILongVersioned"];

    private static readonly DiagnosticDescriptor NoVersion = Rule.Warning("ERM419", "[ETag] on a type without a version",
        "'{0}' has [ETag], and {1} carries no version, so its answers get no ETag and every If-Match fails with 412; have it implement IVersioned or IRevisioned, or mark a member [Version]");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [NoVersion];

    protected override void Check(IMethodSymbol method, FunctionIndex index, SymbolAnalysisContext context)
    {
        if (method.Attribute("Ermine.ETagAttribute") is not { } tag) return;

        var named = tag.ConstructorArguments is [{ Value: ITypeSymbol type }] ? type : null;
        var documents = named is null ? Values(method.ReturnType).ToArray() : [named];
        if (documents.Length == 0 || documents.Any(HasVersion)) return;
        context.ReportDiagnostic(Diagnostic.Create(NoVersion, tag.Location(method, context.CancellationToken), method.Spoken(), documents[0].Name));
    }

    // The classes of the app that an answer may hold; results of ASP.NET Core are looked into, and what they hide is not known.
    private static IEnumerable<ITypeSymbol> Values(ITypeSymbol type)
    {
        if (type is INamedTypeSymbol { IsGenericType: true } generic) return generic.TypeArguments.SelectMany(Values);
        return type is { TypeKind: TypeKind.Class, SpecialType: SpecialType.None } && type.Locations.Any(l => l.IsInSource) ? [type] : [];
    }

    private static bool HasVersion(ITypeSymbol type)
    {
        if (type.TypeKind == TypeKind.Error || Versioned.Any(type.Implements)) return true;
        for (var declaring = type; declaring is not null; declaring = declaring.BaseType)
        {
            if (declaring.GetMembers().Any(m => m.Attribute("Marten.Schema.VersionAttribute") is not null)) return true;
        }

        return false;
    }
}
