using Ermine.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Parsing;

/// <summary>What the checks of a class need, each made once, and the names that its generated methods and fields have.</summary>
internal sealed class ValidationFields
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal) { "Validation", "Validation_", "errors", "value", "before", "item", "pair", "place", "given", "member" };
    private readonly Dictionary<string, ValidationField> _byText = new(StringComparer.Ordinal);
    private readonly List<ValidationField> _all = [];

    public IEnumerable<ValidationField> All => _all;

    /// <summary>Whether an attribute that is made here reflects on what trimming may take.</summary>
    public bool Reflect { get; private set; }

    /// <summary>The field that holds the attribute.</summary>
    public string Of(AttributeData attribute) => Of(attribute.AttributeClass!.Text(), AttributeText.ShortName(attribute), New(attribute));

    /// <summary>The expression that makes the attribute.</summary>
    public string New(AttributeData attribute)
    {
        Reflect |= AttributeText.Reflects(attribute);
        return AttributeText.New(attribute);
    }

    public string Of(string type, string name, string made)
    {
        if (!_byText.TryGetValue(made, out var field))
        {
            _byText.Add(made, field = new ValidationField(type, NewName(name), made));
            _all.Add(field);
        }

        return field.Name;
    }

    /// <summary>A name that nothing else has.</summary>
    public string NewName(string name)
    {
        var free = name;
        for (var number = 2; !_taken.Add(free); number++) free = $"{name}{number}";
        _taken.Add($"{free}Names");
        return Symbols.Identifier(free);
    }
}
