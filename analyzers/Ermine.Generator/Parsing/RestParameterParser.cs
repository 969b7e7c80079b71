using Ermine.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Parsing;

/// <summary>Reads what a function tells its callers of a value that it reads. Of a type that binds itself nothing is known.</summary>
internal static class RestParameterParser
{
    private const string Rule = "System.ComponentModel.DataAnnotations.ValidationAttribute";

    public static IEnumerable<RestParameterModel> Of(IMethodSymbol method, ParameterModel bound, DocComment comment, CancellationToken ct)
    {
        if (SourceOf(bound.Source) is { Length: > 0 }) return [One(Parameter(method, bound), bound, comment, method.ContainingAssembly)];
        if (bound.Source != ValueSource.Members) return [];

        var type = HttpTypes.Bare(Parameter(method, bound).Type);
        var ofType = DocComment.Of(type, ct);
        return bound.Members.Where(m => SourceOf(m.Source).Length > 0).Select(m => Member((INamedTypeSymbol)type, m, bound, ofType, method.ContainingAssembly, ct));
    }

    private static RestParameterModel Member(INamedTypeSymbol type, ParameterModel member, ParameterModel around, DocComment ofType, IAssemblySymbol assembly, CancellationToken ct)
    {
        var local = around.Name.TrimStart('@').Length;
        var name = member.Member.Length > 0 ? member.Member.TrimStart('@') : member.Name.Substring(local).TrimEnd('_');
        var taken = type.InstanceConstructors.SelectMany(c => c.Parameters).FirstOrDefault(p => member.Member.Length == 0 && string.Equals(p.Name, name, StringComparison.OrdinalIgnoreCase));
        ISymbol? symbol = taken ?? type.GetMembers(name).FirstOrDefault();
        var property = taken is null ? null : type.GetMembers().OfType<IPropertySymbol>().FirstOrDefault(p => string.Equals(p.Name, name, StringComparison.OrdinalIgnoreCase));
        var read = One(symbol, member, ofType, assembly, property); // [property: Range(1, 9)]
        return read.Description.Length > 0 || symbol is not IPropertySymbol ? read : read with { Description = DocComment.Of(symbol, ct).Text("summary") };
    }

    private static RestParameterModel One(ISymbol? symbol, ParameterModel bound, DocComment comment, IAssemblySymbol assembly, IPropertySymbol? property = null)
    {
        var name = symbol?.Name ?? bound.Name.TrimStart('@');
        var rules = Rules(symbol, assembly).Concat(Rules(property, assembly)).ToArray();
        return new RestParameterModel(
            bound.Key.Length > 0 ? bound.Key : name, SourceOf(bound.Source), TypeOf(bound), !bound.IsOptional && bound.Collection == ValueCollection.None, bound.Default is "null" or "default" ? "" : bound.Default,
            comment.Text("param", "name", name), comment.Value("param", "name", name, "example"), IsRaw(bound) ? "application/octet-stream" : "", rules.Select(AttributeText.New).ToEquatableArray(),
            rules.Any(AttributeText.Reflects));
    }

    private static IEnumerable<AttributeData> Rules(ISymbol? symbol, IAssemblySymbol assembly) =>
        (symbol?.GetAttributes() ?? []).Deriving(Rule).Where(a => ContractParser.IsWhole(a) && AttributeText.IsReachable(a, assembly));

    private static IParameterSymbol Parameter(IMethodSymbol method, ParameterModel bound) => method.Parameters.First(p => Symbols.Identifier(p.Name) == bound.Name);

    // As members of RestSource; empty for what is no part of a request, or says not which.
    private static string SourceOf(ValueSource source) => source switch
    {
        ValueSource.Route or ValueSource.Query or ValueSource.Header or ValueSource.Cookie or ValueSource.Body => source.ToString(),
        ValueSource.FormField or ValueSource.FormFile or ValueSource.FormFiles or ValueSource.Form => "Form",
        ValueSource.BodyStream or ValueSource.BodyReader => "Body",
        _ => "",
    };

    private static bool IsRaw(ParameterModel bound) => bound.Source is ValueSource.BodyStream or ValueSource.BodyReader;

    private static string TypeOf(ParameterModel bound) => bound.Source switch
    {
        ValueSource.FormFile => "global::Microsoft.AspNetCore.Http.IFormFile",
        ValueSource.FormFiles => "global::Microsoft.AspNetCore.Http.IFormFileCollection",
        ValueSource.Form => "global::Microsoft.AspNetCore.Http.IFormCollection",
        _ when IsRaw(bound) => "global::System.IO.Stream",
        _ => bound.Collection == ValueCollection.None ? bound.Type : $"{bound.Type}[]",
    };
}
