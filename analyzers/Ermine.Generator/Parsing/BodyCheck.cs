using Ermine.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Parsing;

/// <summary>A request has one body, and whoever reads it second finds nothing.</summary>
internal static class BodyCheck
{
    public static IEnumerable<Fault> Faults(IMethodSymbol method, IReadOnlyList<ParameterModel> bound)
    {
        var readers = bound.Where(b => b.Values.Any(IsBody)).ToArray();
        if (readers.Length > 0 && bound.Any(b => b.Values.Any(v => v.IsForm)))
            yield return new Fault("ERM405", $"'{method.Name}' reads the body as a form and as '{Plain(readers[0])}' too, and a request has one; take both from the form, or both from one type of JSON", Symbol(method, readers[0]));
        foreach (var second in readers.Skip(1))
            yield return new Fault("ERM404", $"'{method.Name}' reads the body twice, and a request has one; put '{Plain(second)}' and the other into one type, or mark it [FromQuery], [FromHeader] or [FromServices]", Symbol(method, second));
    }

    private static bool IsBody(ParameterModel value) => value.Source is ValueSource.Body or ValueSource.BodyStream or ValueSource.BodyReader;

    private static string Plain(ParameterModel parameter) => parameter.Name.TrimStart('@');

    private static IParameterSymbol Symbol(IMethodSymbol method, ParameterModel parameter) => method.Parameters.First(p => p.Name == Plain(parameter));
}
