namespace Ermine.Generator.Model;

/// <summary>How a text of the request becomes a value.</summary>
internal enum TextParsing
{
    /// <summary>It is no text.</summary>
    None,

    /// <summary>It stays a text.</summary>
    Text,

    /// <summary>By <c>IParsable&lt;T&gt;</c>.</summary>
    Parsable,

    /// <summary>As an enumeration's member.</summary>
    Enum,
}
