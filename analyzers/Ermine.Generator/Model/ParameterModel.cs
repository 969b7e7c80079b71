namespace Ermine.Generator.Model;

/// <summary>A parameter and what it is bound to.</summary>
/// <param name="Name">Its name, escaped where it is a keyword; for a member of an <c>[AsParameters]</c> type, the local that holds it.</param>
/// <param name="Type">Its type as generated code writes it; for a batch or a list of values the type of an item.</param>
/// <param name="Source">Where its value comes from.</param>
/// <param name="Key">The name in route, query, header, cookie or form; the key of a keyed service; a constant.</param>
/// <param name="Parsing">How text becomes the value.</param>
/// <param name="Default">What it is where the value is missing; empty where it must be there.</param>
/// <param name="IsReference">Whether the type is a reference type, so that an absent value is null.</param>
/// <param name="IsNullable">Whether the parameter says that it takes null.</param>
/// <param name="Collection">How many values it takes.</param>
/// <param name="Member">For a member of an <c>[AsParameters]</c> type, the property that is set; empty for a parameter of its constructor.</param>
/// <param name="Members">What an <c>[AsParameters]</c> type is made of.</param>
/// <param name="Validator">The method that checks what was made of them as a whole; empty where nothing is checked.</param>
internal sealed record ParameterModel(
    string Name, string Type, ValueSource Source, string Key = "", TextParsing Parsing = TextParsing.None, string Default = "", bool IsReference = false, bool IsNullable = false,
    ValueCollection Collection = ValueCollection.None, string Member = "", EquatableArray<ParameterModel> Members = default, string Validator = "")
{
    /// <summary>What is bound for it: itself, or its members.</summary>
    public IEnumerable<ParameterModel> Values => Source == ValueSource.Members ? Members : (IEnumerable<ParameterModel>)[this];

    /// <summary>Whether the value may be missing.</summary>
    public bool IsOptional => Default.Length > 0;

    /// <summary>Whether the bound value can be null where the parameter says that it cannot.</summary>
    public bool MayBeNull => IsReference && !IsNullable && (Default == "null" || (IsRead && !IsOptional && Collection == ValueCollection.None));

    /// <summary>Whether the value is read from the request.</summary>
    public bool IsRead => IsText || Source is ValueSource.Body or ValueSource.Bound or ValueSource.FormFile;

    /// <summary>Whether the value is read from a text of the request.</summary>
    public bool IsText => Source is ValueSource.Route or ValueSource.Query or ValueSource.Header or ValueSource.Cookie or ValueSource.FormField;

    /// <summary>Whether the value is of the request's form.</summary>
    public bool IsForm => Source is ValueSource.FormField or ValueSource.FormFile or ValueSource.FormFiles or ValueSource.Form;

    /// <summary>Whether the handler waits for the value.</summary>
    public bool IsAwaited => IsForm || Source is ValueSource.Body or ValueSource.Bound;

    /// <summary>Whether it is the request, or a part of it as it stands.</summary>
    public bool IsRequest => Source is ValueSource.HttpContext or ValueSource.HttpRequest or ValueSource.HttpResponse or ValueSource.User or ValueSource.BodyStream or ValueSource.BodyReader
        or ValueSource.Form or ValueSource.FormFiles;
}
