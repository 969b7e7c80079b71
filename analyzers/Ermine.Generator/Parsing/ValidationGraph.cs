using Ermine.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Parsing;

/// <summary>The types that can be reached from what functions are called with, each with what is checked of it. Types may hold each other, so
/// what is within one is not known before all are.</summary>
internal sealed class ValidationGraph(IAssemblySymbol from, ValidationFields fields)
{
    // Types may grow without an end, as in Tree<T> with a Tree<List<T>>; no JSON does.
    private const int MaxDepth = 32;
    private const int MaxNodes = 1_000;

    private readonly Dictionary<ITypeSymbol, ValidationNode> _known = new(SymbolEqualityComparer.IncludeNullability);
    private readonly List<ValidationNode> _nodes = [];
    private readonly ValidationChecks _checks = new(fields);

    /// <summary>Adds what a function is called with.</summary>
    public ValidationNode AddFunction(string name, IReadOnlyList<ReadValue> read)
    {
        var node = Add(new ValidationNode(fields.NewName(name), string.Join(", ", read.Select(r => $"{Annotated(r.Type)} {r.Local}")), ValidatorShape.Parameters));
        foreach (var value in read)
        {
            var model = value.Model;
            var isJson = model.Source is ValueSource.Body or ValueSource.Argument; // else it is a text, of which the reader has made what it is
            var subject = new ValidatedSubject(value.Type, value.Local, value.Local, ValidationAttributes.DisplayOf(value.Name, from, value.Bearers), "null", value.Owner, value.Locals);
            AddValue(node, subject, model.Source == ValueSource.Body ? "" : AttributeText.Primitive(model.Key), isParameter: !isJson, isExpected: false, isFilled: isJson, 0, value.Bearers);
        }

        return node;
    }

    /// <summary>Adds what is asked as a whole of a value that is made of others which were read; null where nothing is.</summary>
    public ValidationNode? AddMade(INamedTypeSymbol type, IEnumerable<ReadValue> members)
    {
        var node = new ValidationNode(fields.NewName($"{ValidatedTypes.NameOf(type)}Made"), $"{type.Text()} value", ValidatorShape.Made);
        AddWhole(node, type);
        if (!node.HasWhole) return null;

        foreach (var member in members.Where(m => m.Model.IsRead && m.Model.Key.Length > 0)) node.Renamed.Add(new RenamedMember(member.Name, member.Model.Key));
        return Add(node);
    }

    /// <summary>The validators that check anything, in the order in which they were found.</summary>
    public EquatableArray<ValidatorModel> ToModels()
    {
        while (_nodes.Count(n => n.Learn()) > 0)
        {
        }

        return _nodes.Where(n => n.IsNeeded).Select(n => n.ToModel()).ToEquatableArray();
    }

    private ValidationNode? NodeOf(ITypeSymbol type, int depth)
    {
        if (type.IsReferenceType) type = type.WithNullableAnnotation(NullableAnnotation.NotAnnotated);
        if (_known.TryGetValue(type, out var known)) return known;
        if (depth > MaxDepth || _nodes.Count > MaxNodes || ValidatedTypes.ShapeOf(type, from) is not { } shape) return null;

        var node = Add(new ValidationNode(fields.NewName(ValidatedTypes.NameOf(type)), $"{type.Text()} value", shape));
        _known.Add(type, node);
        if (shape == ValidatorShape.Members) AddMembers(node, (INamedTypeSymbol)type, depth);
        else AddItem(node, ValidatedTypes.ItemOf(type)!, depth);
        return node;
    }

    private void AddMembers(ValidationNode node, INamedTypeSymbol type, int depth)
    {
        foreach (var kind in ValidatedMembers.Kinds(type))
        {
            if (NodeOf(kind, depth + 1) is { } within) node.AddKind(kind.Text(), within);
        }

        var constructor = ValidatedMembers.Constructor(type);
        foreach (var property in ValidatedMembers.Of(type, from))
        {
            var parameter = ValidatedMembers.ParameterOf(constructor, property);
            var json = ValidatedMembers.JsonName(property);
            var member = AttributeText.Primitive(property.Name);
            if (json is not null) node.Renamed.Add(new RenamedMember(property.Name, json));
            var subject = new ValidatedSubject(property.Type, $"value.{Symbols.Identifier(property.Name)}", "value", ValidationAttributes.DisplayOf(property.Name, from, property, parameter), member, type);
            AddValue(node, subject, json is null ? $"errors.Name({member})" : AttributeText.Primitive(json), isParameter: false,
                ValidatedMembers.IsExpected(property, parameter), ValidatedMembers.IsFilled(property, parameter), depth, property, parameter);
        }

        AddWhole(node, type);
    }

    private void AddWhole(ValidationNode node, INamedTypeSymbol type)
    {
        var display = ValidationAttributes.DisplayOf(type.Name, from, type);
        foreach (var attribute in Reachable(type)) node.Whole.Add($"errors.Check({fields.Of(attribute)}, value, {display}, ");
        if (type.Implements("System.ComponentModel.DataAnnotations.IValidatableObject")) node.Self = $"errors.Check((global::System.ComponentModel.DataAnnotations.IValidatableObject)value, {display}, ";
    }

    private void AddItem(ValidationNode node, ITypeSymbol item, int depth) =>
        AddValue(node, new ValidatedSubject(item, "item", "value", "\"item\"", "null", null), "", isParameter: false, isExpected: item.NullableAnnotation == NullableAnnotation.NotAnnotated, isFilled: true, depth);

    private void AddValue(ValidationNode node, ValidatedSubject subject, string place, bool isParameter, bool isExpected, bool isFilled, int depth, params ISymbol?[] bearers)
    {
        var attributes = ValidationAttributes.Of(bearers).Where(a => AttributeText.IsReachable(a, from)).ToArray();
        var required = attributes.FirstOrDefault(a => a.AttributeClass.Inherits(ValidationAttributes.Required));
        var missing = _checks.Missing(subject, required, isExpected);
        var checks = attributes.Where(a => !a.AttributeClass.Inherits(ValidationAttributes.Required)).Select(a => _checks.Of(a, subject)).OfType<ValidationCheck>().ToList();
        if (isFilled && !attributes.Any(a => ValidationAttributes.IsStock(a, "EnumDataTypeAttribute")) && ValidationChecks.OfEnum(subject) is { } ofEnum && subject.Bare.IsReachableType(from)) checks.Add(ofEnum);
        var guard = !subject.MayBeNull || missing is not null ? "" : $"{subject.Access} is not null";
        node.Add(
            new ValidatedValue(subject.Access, place, isParameter, missing, checks.ToEquatableArray(), guard, subject.IsNullableValue ? $"{subject.Access}.GetValueOrDefault()" : subject.Access),
            isFilled ? NodeOf(subject.Bare, depth + 1) : null);
    }

    private IEnumerable<AttributeData> Reachable(INamedTypeSymbol type)
    {
        for (var level = type; level is { SpecialType: SpecialType.None }; level = level.BaseType)
        {
            foreach (var attribute in ValidationAttributes.Of(level).Where(a => AttributeText.IsReachable(a, from))) yield return attribute;
        }
    }

    // A body that could not be read is null whatever its parameter says.
    private static string Annotated(ITypeSymbol type) => type.IsReferenceType ? $"{type.Text()}?" : type.Text();

    private ValidationNode Add(ValidationNode node)
    {
        _nodes.Add(node);
        return node;
    }
}
