using Ermine.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Parsing;

/// <summary>A value that a function is called with, and what bears its validation attributes.</summary>
/// <param name="Local">The name of its parameter in the validator.</param>
/// <param name="Model">What it is bound to.</param>
/// <param name="Type">Its type.</param>
/// <param name="Name">Its name in C#.</param>
/// <param name="Bearers">The parameter, or the property and the parameter of the constructor by which it is set.</param>
/// <param name="Owner">The type that it is a member of; null for a parameter of the function.</param>
/// <param name="Locals">The locals of the other members by their names; null for a parameter of the function.</param>
internal sealed record ReadValue(string Local, ParameterModel Model, ITypeSymbol Type, string Name, ISymbol?[] Bearers, INamedTypeSymbol? Owner = null, IReadOnlyDictionary<string, string>? Locals = null)
{
    /// <summary>The values that a trigger reads, in the order in which they are bound.</summary>
    public static ReadValue[] Of(IMethodSymbol method, TriggerModel trigger) =>
    [
        .. trigger.Parameters.Where(m => IsRead(m) || m.Source == ValueSource.Members).SelectMany(model =>
        {
            var parameter = method.Parameters.First(p => Symbols.Identifier(p.Name) == model.Name);
            return model.Source == ValueSource.Members ? Members((INamedTypeSymbol)parameter.Type, model) : [new ReadValue(Free(model.Name), model, parameter.Type, parameter.Name, [parameter])];
        }).Where(v => IsRead(v.Model)),
    ];

    /// <summary>The values of which one is made, each with the property that has it.</summary>
    public static IEnumerable<ReadValue> Members(INamedTypeSymbol type, ParameterModel model)
    {
        var slots = MemberSlots.Of(type, static name => name, isForm: false);
        if (slots is null || slots.Count != model.Members.Count) return []; // one of them cannot be bound, so there is no handler

        var locals = new Dictionary<string, string>(StringComparer.Ordinal);
        return slots.Select((s, i) => Member(s.Slot, model.Members[i])).ToArray();

        ReadValue Member(Slot slot, ParameterModel member)
        {
            var property = slot.Symbol as IPropertySymbol ?? PropertyOf(type, slot.Name);
            var name = property?.Name ?? slot.Name;
            if (member.IsRead) locals[name] = Free(member.Name);
            return new ReadValue(Free(member.Name), member, slot.Type, name, [property, slot.Symbol as IParameterSymbol], type, locals);
        }
    }

    private static bool IsRead(ParameterModel model) => model.IsRead || model.Source == ValueSource.Argument;

    // Beside the names that a validator has itself.
    private static string Free(string name) => name.TrimEnd('_') is "errors" or "before" or "start" ? $"{name}_" : name;

    private static IPropertySymbol? PropertyOf(INamedTypeSymbol? type, string parameter)
    {
        for (var level = type; level is not null; level = level.BaseType)
        {
            if (level.GetMembers().OfType<IPropertySymbol>().FirstOrDefault(p => !p.IsStatic && string.Equals(p.Name, parameter, StringComparison.OrdinalIgnoreCase)) is { } property) return property;
        }

        return null;
    }
}
