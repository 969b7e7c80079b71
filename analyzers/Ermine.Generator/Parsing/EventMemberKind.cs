namespace Ermine.Generator.Parsing;

/// <summary>What a member of an event becomes in JSON, as far as predicates can ask for it.</summary>
internal enum EventMemberKind
{
    /// <summary>What cannot be told, as with a converter of the user's own.</summary>
    Unknown,
    Boolean,
    Integer,

    /// <summary>A number whose text is the exact decimal that it is: decimal, double or float.</summary>
    Fraction,
    Text,
    Character,

    /// <summary>A text of a type that has no constants: a time, a Guid.</summary>
    OtherText,

    /// <summary>An enumeration that is written as its number.</summary>
    NumberedEnum,

    /// <summary>An enumeration that is written as its names.</summary>
    NamedEnum,
    Object,
    List,
}
