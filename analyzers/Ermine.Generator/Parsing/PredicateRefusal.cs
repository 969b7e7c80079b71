using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Parsing;

/// <summary>The first part of a predicate that cannot be said in a pattern, and why.</summary>
internal sealed class PredicateRefusal
{
    private const int LongestShown = 60;

    /// <summary>The part; null where there is none.</summary>
    public SyntaxNode? Node { get; private set; }

    /// <summary>What is wrong with it, and what to do instead.</summary>
    public string Why { get; private set; } = "";

    /// <summary>Whether the code is half typed, so that the compiler says what is wrong.</summary>
    public bool IsUnfinished { get; private set; }

    /// <summary>Notes a part, unless one was noted before.</summary>
    public void Add(IOperation part, string why)
    {
        if (Node is null) (Node, Why, IsUnfinished) = (part.Syntax, why, part is Microsoft.CodeAnalysis.Operations.IInvalidOperation);
    }

    /// <summary>The part as it is written.</summary>
    public string Shown => string.Join(" ", Node!.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) is var text && text.Length > LongestShown ? text.Substring(0, LongestShown) + "..." : text;
}
