using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Parsing;

/// <summary>A place that takes a value of a request: a parameter of a function, or a member of an <c>[AsParameters]</c> type.</summary>
/// <param name="Symbol">The parameter or the property.</param>
/// <param name="Type">Its type.</param>
/// <param name="Local">The local that holds its value.</param>
/// <param name="Missing">What it is where the value is missing; empty where it must be there.</param>
/// <param name="IsMember">Whether it is such a member.</param>
/// <param name="IsOfForm">Whether its value is a field of the form where no attribute says otherwise.</param>
internal sealed record Slot(ISymbol Symbol, ITypeSymbol Type, string Local, string Missing, bool IsMember = false, bool IsOfForm = false)
{
    public string Name => Symbol.Name;

    /// <summary>The name by which a caller knows it where no attribute says another: that of a member begins in lower case, as in JSON.</summary>
    public string CallersName => IsMember ? char.ToLowerInvariant(Name[0]) + Name.Substring(1) : Name;

    public AttributeData? Attribute(string fullName) => Symbol.Attribute(fullName);

    /// <summary>The name by which a caller knows it: the attribute's, else its own.</summary>
    public string Key(string attribute)
    {
        foreach (var argument in Attribute(attribute)?.NamedArguments ?? [])
        {
            if (argument is { Key: "Name", Value.Value: string { Length: > 0 } name }) return name;
        }

        return CallersName;
    }
}
