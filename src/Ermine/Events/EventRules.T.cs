using System.Runtime.CompilerServices;
using Ermine.Events.Matching;

namespace Ermine.Events;

/// <summary>
/// Rules that events are matched against, all at once. Rules may be added and removed while events are matched: an event sees all the rules of one moment,
/// and takes no lock. Matching allocates nothing once a thread has seen a few events.
/// </summary>
/// <typeparam name="TRule">What stands for a rule, such as the name of a subscriber; equal ones are the same rule.</typeparam>
public sealed class EventRules<TRule>
    where TRule : notnull
{
    private readonly Dictionary<TRule, Entry> _entries = [];
    private readonly RuleIndex _index = new();
    private readonly Lock _writing = new();

    /// <summary>How many rules there are.</summary>
    public int Count
    {
        get
        {
            lock (_writing) return _entries.Count;
        }
    }

    /// <summary>Adds a rule; one that is there already has this pattern from now on, and no event meets both or neither.</summary>
    public void Add(TRule rule, EventPattern pattern)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(pattern);
        lock (_writing)
        {
            var added = new Entry(rule);
            _index.Change(added, pattern.Branches, _entries.GetValueOrDefault(rule));
            _entries[rule] = added;
        }
    }

    /// <summary>Removes a rule; false where there is none.</summary>
    public bool Remove(TRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        lock (_writing)
        {
            if (!_entries.Remove(rule, out var removed)) return false;

            _index.Change(null, [], removed);
            return true;
        }
    }

    /// <summary>Adds the rules that an event matches to a list, each once, in no particular order.</summary>
    /// <returns>How many were added.</returns>
    public int Match(ValidatedEvent published, ICollection<TRule> matched) => Match(published.Utf8.Span, published.Index, published.MayHaveRareNames, matched);

    /// <summary>Adds the rules that an event matches, which was not validated yet, to a list, each once, in no particular order.</summary>
    /// <returns>How many were added.</returns>
    /// <exception cref="InvalidEventException">The bytes are no event.</exception>
    public int Match(ReadOnlyMemory<byte> utf8, ICollection<TRule> matched)
    {
        var scratch = ValidationScratch.OfThread;
        var validator = new EventValidator(utf8.Span, scratch);
        if (!validator.Validate()) throw new InvalidEventException(new EventFault(validator.FaultAt, validator.Fault!));

        return Match(utf8.Span, scratch.Index, validator.HasRareNames, matched);
    }

    private int Match(ReadOnlySpan<byte> json, EventIndex index, bool mayHaveRareNames, ICollection<TRule> matched)
    {
        ArgumentNullException.ThrowIfNull(matched);
        var scratch = RuleMatcher.Match(_index.Snapshot, json, index, mayHaveRareNames);
        var count = scratch.MatchedCount;
        if (matched is List<TRule> list)
        {
            for (var i = 0; i < count; i++) list.Add(Unsafe.As<Entry>(scratch.Matched[i].Rule).Rule);
        }
        else
        {
            for (var i = 0; i < count; i++) matched.Add(Unsafe.As<Entry>(scratch.Matched[i].Rule).Rule);
        }

        scratch.End();
        return count;
    }

    /// <summary>Says for each rule, why an event matches it or what is missing. It takes far longer than matching, and is for people.</summary>
    public IReadOnlyList<RuleExplanation<TRule>> Explain(ValidatedEvent published)
    {
        Entry[] entries;
        RuleSnapshot rules;
        lock (_writing) (entries, rules) = ([.. _entries.Values], _index.Snapshot);

        var explainer = new Explainer(rules, published.Utf8, published.MayHaveRareNames);
        return [.. entries.Select(e => Explain(e, explainer))];
    }

    private static RuleExplanation<TRule> Explain(Entry entry, Explainer explainer)
    {
        var branches = entry.Branches.Select(explainer.Explain).ToArray();
        return new RuleExplanation<TRule>(entry.Rule, branches.Any(b => b.Holds), branches, Explainer.NearestMiss(branches));
    }

    private sealed class Entry(TRule rule) : RuleEntry
    {
        public TRule Rule { get; } = rule;
    }
}
