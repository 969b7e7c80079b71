namespace Ermine.Shared.Patterns;

/// <summary>How one alternative of a field looks at a value.</summary>
internal enum PatternOperator
{
    /// <summary>A string equal to another, or the same IP address where it is one.</summary>
    Equal,

    /// <summary>A string equal to another.</summary>
    Exactly,

    /// <summary>A number equal to another.</summary>
    Number,

    /// <summary>true, false or null.</summary>
    Literal,
    Prefix,
    Suffix,
    PrefixIgnoreCase,
    SuffixIgnoreCase,
    EqualsIgnoreCase,
    Wildcard,

    /// <summary>A number within a range.</summary>
    Numeric,
    Cidr,

    /// <summary>Any value.</summary>
    Exists,

    /// <summary>No value.</summary>
    Absent,
    NotText,
    NotNumber,
    NotPrefix,
    NotSuffix,
    NotEqualsIgnoreCase,
    NotWildcard,
}
