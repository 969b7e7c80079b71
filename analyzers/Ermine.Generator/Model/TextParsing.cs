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

    /// <summary>By the type's own <c>TryParse(string, out T)</c>.</summary>
    TryParse,

    /// <summary>By the type's own <c>TryParse(string, IFormatProvider, out T)</c>.</summary>
    TryParseIn,

    /// <summary>As an enumeration's member.</summary>
    Enum,
}
