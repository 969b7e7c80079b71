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
        var entries = functions.Select(f => Entries(graph, f.Method, f.Model)).ToArray();
        var validators = graph.ToModels();
        var named = functions.Select((f, i) => f.Model with
        {
            Triggers = f.Model.Triggers.Select((trigger, k) => entries[i][k] is { IsNeeded: true } node ? trigger with { Validator = node.Name } : trigger).ToEquatableArray(),
        }).ToArray();
        return validators.Count == 0 ? (named, null) : (named, new ValidationModel(fields.All.ToEquatableArray(), validators, fields.Reflect));
    }

    // Triggers that bind alike share a handler, and so what is checked in it.
    private static ValidationNode?[] Entries(ValidationGraph graph, IMethodSymbol method, FunctionModel function)
    {
        var nodes = new ValidationNode?[function.Triggers.Count];
        for (var i = 0; i < nodes.Length; i++)
        {
            var trigger = function.Triggers[i];
            var twin = function.Triggers.Take(i).Select((t, k) => (t, k)).FirstOrDefault(t => t.t.Shape == trigger.Shape && t.t.Parameters.Equals(trigger.Parameters));
            nodes[i] = twin.t is not null ? nodes[twin.k] : Entry(graph, method, trigger);
        }

        return nodes;
    }

    private static ValidationNode? Entry(ValidationGraph graph, IMethodSymbol method, TriggerModel trigger)
    {
        if (trigger.Shape is not (InputShape.Http or InputShape.Arguments)) return null;

        var read = ReadValue.Of(method, trigger);
        return read.Length == 0 ? null : graph.AddFunction(method.Name, read);
    }
}
