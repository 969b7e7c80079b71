using Ermine.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Parsing;

/// <summary>Describes a function as JSON, for whatever reads what an app declares: with attributes as they stand in code.</summary>
internal static class FunctionDescription
{
    public static string Of(IMethodSymbol method, string id, AttributeData function, AttributeData[] triggers, IReadOnlyList<TriggerModel> models)
    {
        var text = new JsonText();
        text.Open();
        text.Text("id", id);
        text.Text("class", TypeText.Name(method.ContainingType));
        text.Text("method", method.Name);
        if (ReturnText(method) is { Length: > 0 } result) text.Text("result", result);
        text.Values("settings", function, isSkipped: static name => name == "Id");
        text.OpenList("triggers");
        for (var i = 0; i < models.Count; i++) Trigger(text, method, triggers.Length == 0 ? null : triggers[i], models[i]);
        text.CloseList();
        text.OpenList("metadata");
        foreach (var attribute in MetadataParser.Of(method).Where(a => ContractParser.IsWhole(a) && AttributeText.IsReachable(a, method.ContainingAssembly))) text.Attribute(attribute);
        text.CloseList();
        text.Close();
        return text.ToString();
    }

    /// <summary>Describes a contract and the payload that it is of.</summary>
    public static string Contract(ITypeSymbol payload, AttributeData contract)
    {
        var text = new JsonText();
        text.Open();
        text.Text("kind", AttributeText.ShortName(contract));
        text.Text("payload", Spoken(payload));
        text.Values("values", contract, static _ => false);
        text.Close();
        return text.ToString();
    }

    private static void Trigger(JsonText text, IMethodSymbol method, AttributeData? trigger, TriggerModel model)
    {
        text.Open();
        text.Text("kind", trigger is null ? "OnDemand" : AttributeText.ShortName(trigger));
        if (trigger is not null) text.Values("values", trigger, static _ => false);
        if (model.Pattern.Length > 0) text.Text("pattern", model.Pattern);
        text.Text("input", model.Shape.ToString());
        var payload = method.Parameters.FirstOrDefault(p => model.Parameters.Any(m => m.Source is ValueSource.Payload or ValueSource.Payloads && m.Name == Symbols.Identifier(p.Name)));
        if (payload is not null) text.Text("payload", Spoken(payload.Type));
        var read = model.Values.Where(p => p.Source == ValueSource.Argument || p.IsRead || p.IsForm).ToArray();
        if (read.Length > 0)
        {
            text.OpenList("parameters");
            foreach (var parameter in read) Parameter(text, method.Parameters.FirstOrDefault(p => Symbols.Identifier(p.Name) == parameter.Name), parameter);
            text.CloseList();
        }

        text.Close();
    }

    private static void Parameter(JsonText text, IParameterSymbol? parameter, ParameterModel model)
    {
        text.Open();
        text.Text("name", model.Key.Length > 0 ? model.Key : model.Name.TrimStart('@'));
        text.Text("from", model.Source.ToString());
        text.Text("type", parameter is null ? SpokenMember(model) : Spoken(parameter.Type));
        if (model.IsOptional) text.Flag("isOptional");
        text.Close();
    }

    private static string ReturnText(IMethodSymbol method) => ReturnParser.ValueOf(method) is { } value ? Spoken(value) : "";

    private static string SpokenMember(ParameterModel member) =>
        $"{member.Type.Replace("global::", "")}{(member.Collection == ValueCollection.None ? "" : "[]")}{(member.IsNullable ? "?" : "")}";

    private static string Spoken(ITypeSymbol type) => TypeText.Annotated(type).Replace("global::", "");
}
