namespace Ermine.Generator.Conditions;

/// <summary>How a text is compared.</summary>
internal enum TextKind
{
    Exact,
    Prefix,
    Suffix,
    IgnoringCase,
    PrefixIgnoringCase,
    SuffixIgnoringCase,
    Wildcard,
}
