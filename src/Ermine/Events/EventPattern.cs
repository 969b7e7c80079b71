using System.Diagnostics.CodeAnalysis;
using Ermine.Events.Matching;
using Ermine.Shared.Patterns;

namespace Ermine.Events;

/// <summary>
/// A pattern of events, in the language of EventBridge's event patterns: an object whose names are fields and whose arrays are alternatives,
/// such as <c>{"source": ["shop"], "detail": {"total": [{"numeric": [">", 100]}]}}</c>. docs/events.md has all of it.
/// </summary>
public sealed class EventPattern
{
    private readonly FieldTest[][] _branches;
    private RuleIndex? _alone;

    private EventPattern(PatternTree tree)
    {
        Tree = tree;
        _branches = [.. tree.Branches.Select(b => b.Fields.Select(f => new FieldTest(f, tree.Text)).ToArray())];
    }

    /// <summary>The pattern as written.</summary>
    public string Text => Tree.Text;

    internal PatternTree Tree { get; }

    internal FieldTest[][] Branches => _branches;

    /// <summary>Reads a pattern.</summary>
    /// <exception cref="EventPatternException">The text is no pattern; the exception says why, and where.</exception>
    public static EventPattern Parse(string text) => TryParse(text, out var pattern, out var error) ? pattern : throw new EventPatternException(error);

    /// <summary>Reads a pattern.</summary>
    /// <param name="text">The pattern.</param>
    /// <param name="pattern">The pattern, where the text is one.</param>
    /// <param name="error">Why the text is no pattern, and where; null where it is one.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out EventPattern? pattern, [NotNullWhen(false)] out EventPatternError? error)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (tree, fault) = PatternParser.Parse(text);
        pattern = tree is null ? null : new EventPattern(tree);
        error = fault is null ? null : new EventPatternError(fault.Offset, fault.Length, fault.Message);
        return tree is not null;
    }

    /// <summary>Whether an event matches.</summary>
    public bool Matches(ValidatedEvent published)
    {
        var scratch = RuleMatcher.Match(Alone.Snapshot, published.Utf8.Span, published.Index, published.MayHaveRareNames);
        var matches = scratch.MatchedCount > 0;
        scratch.End();
        return matches;
    }

    /// <summary>Whether an event matches that was not validated yet.</summary>
    /// <exception cref="InvalidEventException">The bytes are no event.</exception>
    public bool Matches(ReadOnlyMemory<byte> utf8) => Matches(ValidatedEvent.Parse(utf8));

    /// <summary>The pattern as written.</summary>
    public override string ToString() => Text;

    private RuleIndex Alone
    {
        get
        {
            if (_alone is { } known) return known;

            var index = new RuleIndex();
            index.Change(new RuleEntry(), _branches, null);
            return _alone = index; // of two threads that come here at once, either index will do
        }
    }
}
