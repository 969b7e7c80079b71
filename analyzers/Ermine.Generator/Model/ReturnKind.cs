namespace Ermine.Generator.Model;

/// <summary>How a method's value is passed on.</summary>
internal enum ReturnKind
{
    /// <summary>It has none.</summary>
    None,

    /// <summary>It is the outcome itself.</summary>
    Outcome,

    /// <summary>An ASP.NET Core result.</summary>
    Result,

    /// <summary>Plain text.</summary>
    Text,

    /// <summary>Any other value.</summary>
    Value,
}
