namespace Ermine.Events.Matching;

/// <summary>What of a value is hashed to find rules by it.</summary>
internal enum IndexKind : byte
{
    Text,
    Address,
    Number,
    Literal,

    /// <summary>The text with ASCII letters in lower case.</summary>
    Caseless,

    /// <summary>The first bytes of the text.</summary>
    Prefix,

    /// <summary>The last bytes of the text.</summary>
    Suffix,
}
