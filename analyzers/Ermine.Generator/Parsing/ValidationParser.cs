using Ermine.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Parsing;

/// <summary>Reads what is to be checked of what the functions of a class are called with.</summary>
internal static class ValidationParser
{
    /// <summary>The functions with the names of their validators, and the validators; null where there are none.</summary>
    public static (FunctionModel[] Functions, ValidationModel? Validation) Parse(INamedTypeSymbol type, IReadOnlyList<(IMethodSymbol Method, FunctionModel Model)> functions)
    {
        var fields = new ValidationFields();
        var graph = new ValidationGraph(type.ContainingAssembly, fields);
        var named = functions.Select(f => f.Model with { Triggers = Checked(graph, f.Method, f.Model).ToEquatableArray() }).ToArray();
        var validators = graph.ToModels();
        var needed = new HashSet<string>(validators.Select(v => v.Name), StringComparer.Ordinal);
        for (var i = 0; i < named.Length; i++)
            named[i] = named[i] with { Triggers = named[i].Triggers.Select(t => needed.Contains(t.Validator) ? t : t with { Validator = "" }).ToEquatableArray() };
        return validators.Count == 0 ? (named, null) : (named, new ValidationModel(fields.All.ToEquatableArray(), validators, fields.Reflect));
    }

    // Triggers that bind alike share a handler, and so what is checked in it.
    private static TriggerModel[] Checked(ValidationGraph graph, IMethodSymbol method, FunctionModel function)
    {
        var triggers = new TriggerModel[function.Triggers.Count];
        for (var i = 0; i < triggers.Length; i++)
        {
            var trigger = function.Triggers[i];
            var twin = function.Triggers.Take(i).Select((t, k) => (t, k)).FirstOrDefault(t => t.t.Shape == trigger.Shape && t.t.Parameters.Equals(trigger.Parameters));
            triggers[i] = twin.t is not null ? trigger with { Validator = triggers[twin.k].Validator, Parameters = triggers[twin.k].Parameters } : Checked(graph, method, trigger);
        }

        return triggers;
    }

    private static TriggerModel Checked(ValidationGraph graph, IMethodSymbol method, TriggerModel trigger)
    {
        if (trigger.Shape is not (InputShape.Http or InputShape.Arguments)) return trigger;

        var read = ReadValue.Of(method, trigger);
        var made = trigger.Parameters.Select(p => p.Source == ValueSource.Members ? p with { Validator = Made(graph, method, p) } : p).ToEquatableArray();
        return trigger with { Validator = read.Length == 0 ? "" : graph.AddFunction(method.Name, read).Name, Parameters = made };
    }

    private static string Made(ValidationGraph graph, IMethodSymbol method, ParameterModel parameter)
    {
        var type = (INamedTypeSymbol)method.Parameters.First(p => Symbols.Identifier(p.Name) == parameter.Name).Type;
        return graph.AddMade(type, ReadValue.Members(type, parameter))?.Name ?? "";
    }
}
