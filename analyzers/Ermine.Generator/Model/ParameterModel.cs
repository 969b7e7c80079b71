namespace Ermine.Generator.Model;

/// <summary>A parameter and what it is bound to.</summary>
/// <param name="Name">Its name, escaped where it is a keyword.</param>
/// <param name="Type">Its type as generated code writes it; for a batch the type of an item.</param>
/// <param name="Source">Where its value comes from.</param>
/// <param name="Key">The name in route, query or header; the key of a keyed service; a constant.</param>
/// <param name="Parsing">How text becomes the value.</param>
/// <param name="Default">What it is where the value is missing; empty where it must be there.</param>
/// <param name="IsReference">Whether the type is a reference type, so that an absent value is null.</param>
/// <param name="IsNullable">Whether the parameter says that it takes null.</param>
internal sealed record ParameterModel(string Name, string Type, ValueSource Source, string Key = "", TextParsing Parsing = TextParsing.None, string Default = "", bool IsReference = false, bool IsNullable = false)
{
    /// <summary>Whether the value may be missing.</summary>
    public bool IsOptional => Default.Length > 0;

    /// <summary>Whether the bound value can be null where the parameter says that it cannot.</summary>
    public bool MayBeNull => IsReference && !IsNullable && (Default == "null" || (IsRead && !IsOptional));

    /// <summary>Whether the value is read from the request.</summary>
    public bool IsRead => Source is ValueSource.Route or ValueSource.Query or ValueSource.Header or ValueSource.Body;
}
