using System.Globalization;
using Ermine.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Parsing;

/// <summary>Reads what a function says of itself to those who call it over HTTP: its parameters, its answers, and its doc comment.</summary>
internal static class RestParser
{
    public static RestModel Of(IMethodSymbol method, IReadOnlyList<ParameterModel> bound, CancellationToken ct)
    {
        var comment = DocComment.Of(method, ct);
        var summary = comment.Text("summary");
        return new RestModel(
            method.ContainingType.Name, DocComment.Of(method.ContainingType, ct).Text("summary"), summary.Length > 0 ? summary : Words(method.Name), comment.Text("remarks"),
            method.Attribute("System.ObsoleteAttribute") is not null,
            bound.SelectMany(p => RestParameterParser.Of(method, p, comment, ct)).ToEquatableArray(),
            Responses(method, comment).ToEquatableArray());
    }

    // What the return type says, in the words of the comment; then what only the comment knows of.
    private static IEnumerable<RestResponseModel> Responses(IMethodSymbol method, DocComment comment)
    {
        var typed = ResponseParser.Of(ReturnParser.ValueOf(method)).ToArray();
        var told = comment.Values("response", "code").Select(code => (Code: code, Status: int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var status) ? status : 0)).Where(r => r.Status is >= 100 and < 600).ToArray();
        foreach (var response in typed)
        {
            var code = response.Status.ToString(CultureInfo.InvariantCulture);
            var text = comment.Text("response", "code", code);
            yield return response with { Description = text.Length > 0 ? text : response.Status < 300 ? comment.Text("returns") : "" };
        }

        foreach (var (code, status) in told.Where(r => typed.All(t => t.Status != r.Status)))
            yield return new RestResponseModel(status, status >= 400 ? "global::Microsoft.AspNetCore.Mvc.ProblemDetails" : "", Description: comment.Text("response", "code", code));
    }

    // CloseAllAsync becomes "Close all".
    private static string Words(string name)
    {
        var words = FunctionId.Kebab(name.EndsWith("Async", StringComparison.Ordinal) && name.Length > 5 ? name.Substring(0, name.Length - 5) : name).Replace('-', ' ');
        return words.Length == 0 ? name : char.ToUpperInvariant(words[0]) + words.Substring(1);
    }
}
