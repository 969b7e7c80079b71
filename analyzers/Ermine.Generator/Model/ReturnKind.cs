namespace Ermine.Generator.Model;

/// <summary>How a method's value is passed on.</summary>
internal enum ReturnKind
{
    /// <summary>It has none.</summary>
    None,

    /// <summary>It is the outcome itself.</summary>
    Outcome,

    /// <summary>What became of each item of a batch.</summary>
    BatchResult,

    /// <summary>An ASP.NET Core result.</summary>
    Result,

    /// <summary>Plain text.</summary>
    Text,

    /// <summary>The content of a file: bytes, a stream, or where it lies.</summary>
    File,

    /// <summary>A sequence that is made while it is read.</summary>
    Sequence,

    /// <summary>An event, or several, that are published.</summary>
    Event,

    /// <summary>Any other value.</summary>
    Value,
}
