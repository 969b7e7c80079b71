using System.Globalization;
using Ermine.Generator.Model;

namespace Ermine.Generator.Emitting;

/// <summary>Emits the method that describes a function to those who call it over HTTP.</summary>
internal static class RestEmitter
{
    /// <summary>The method, as it is handed over among the function's metadata.</summary>
    public static string Metadata(HandlerModel handler) => $"(global::System.Func<{Types.RestDescription}>){handler.DescriptionName}";

    public static void Emit(Code code, HandlerModel handler)
    {
        var rest = handler.Trigger.Rest!;
        if (rest.Parameters.Any(p => p.Reflects)) code.Line(TrimmingAttribute.Line);
        code.Line($"private static {Types.RestDescription} {handler.DescriptionName}() => new({Literal.Of(rest.Group)})");
        code.Open();
        if (rest.GroupSummary.Length > 0) code.Line($"GroupSummary = {Literal.Of(rest.GroupSummary)},");
        code.Line($"Summary = {Literal.Of(rest.Summary)},");
        if (rest.Remarks.Length > 0) code.Line($"Remarks = {Literal.Of(rest.Remarks)},");
        if (rest.IsDeprecated) code.Line("IsDeprecated = true,");
        List(code, "Parameters", [.. rest.Parameters.Select(Parameter)]);
        List(code, "Responses", [.. rest.Responses.Select(Response)]);
        code.Close("};");
    }

    private static void List(Code code, string name, IReadOnlyList<string> items)
    {
        if (items.Count == 0) return;
        code.Line($"{name} =");
        code.Line("[");
        code.Lines(items.Select(item => $"    {item},"));
        code.Line("],");
    }

    private static string Parameter(RestParameterModel parameter) => $"new({Literal.Of(parameter.Name)}, {Types.RestSource}.{parameter.From}, typeof({parameter.Type}))" + Initializer(
        ("IsRequired", parameter.IsRequired ? "true" : ""),
        ("Default", parameter.Default),
        ("Description", Text(parameter.Description)),
        ("Example", Text(parameter.Example)),
        ("ContentType", Text(parameter.ContentType)),
        ("Rules", parameter.Rules.Count > 0 ? $"[{string.Join(", ", parameter.Rules)}]" : ""));

    private static string Response(RestResponseModel response) =>
        $"new({response.Status.ToString(CultureInfo.InvariantCulture)}{(response.Type.Length > 0 ? $", typeof({response.Type})" : "")})" + Initializer(
            ("ContentTypes", response.ContentTypes.Count > 0 ? $"[{string.Join(", ", response.ContentTypes.Select(Literal.Of))}]" : ""),
            ("Description", Text(response.Description)));

    private static string Initializer(params (string Name, string Value)[] members)
    {
        var given = members.Where(m => m.Value.Length > 0).Select(m => $"{m.Name} = {m.Value}").ToArray();
        return given.Length == 0 ? "" : $" {{ {string.Join(", ", given)} }}";
    }

    private static string Text(string text) => text.Length == 0 ? "" : Literal.Of(text);
}
