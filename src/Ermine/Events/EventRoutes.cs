using System.Collections.Concurrent;
using Ermine.Kernel;

namespace Ermine.Events;

/// <summary>The subscriptions as this node knows them: which messages an event becomes.</summary>
public sealed class EventRoutes(IIdentityCarrier? carrier = null)
{
    private readonly ConcurrentDictionary<string, EventRules<Subscription>> _buses = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Subscription> _known = new(StringComparer.Ordinal);
    private readonly Lock _loading = new();
    private long _version = -1;

    /// <summary>Which moment of the stored subscriptions these are; -1 before the first.</summary>
    /// <remarks>Read it before asking for messages: what they are made of is then as of that moment or later, never earlier.</remarks>
    public long Version => Volatile.Read(ref _version);

    /// <summary>Takes over what is stored: what has not changed stays as it is, so that one more among thousands costs what one costs.</summary>
    public void Load(StoredSubscriptions stored)
    {
        lock (_loading)
        {
            if (stored.Version <= _version) return;

            var gone = _known.Keys.Except(stored.Subscriptions.Select(s => s.Name)).ToArray();
            foreach (var name in gone) Remove(name);
            foreach (var subscription in stored.Subscriptions.Where(s => !_known.TryGetValue(s.Name, out var known) || known.Stored != s)) Replace(new Subscription(subscription));
            Volatile.Write(ref _version, stored.Version);
        }
    }

    /// <summary>The messages that an event becomes: one for each subscription that matches it.</summary>
    public IReadOnlyList<OutgoingMessage> Of(OutgoingMessage published)
    {
        if (!_buses.TryGetValue(published.Queue, out var rules)) return [];

        var matched = new List<Subscription>();
        rules.Match(ValidatedEvent.Trust(published.Payload), matched);
        return matched.ConvertAll(subscription => Signed(published, subscription.Of(published)));
    }

    /// <summary>Whether there is a subscription.</summary>
    internal bool Knows(string subscription)
    {
        lock (_loading) return _known.ContainsKey(subscription);
    }

    /// <summary>The message that an event of the archive becomes for one subscription; null where its pattern does not match, or it is gone.</summary>
    internal OutgoingMessage? Replay(string subscription, string replay, OutgoingMessage archived)
    {
        Subscription? known;
        lock (_loading) _known.TryGetValue(subscription, out known);
        return known?.Pattern.Matches(ValidatedEvent.Trust(archived.Payload)) == true ? Signed(archived, known.Again(archived, replay)) : null;
    }

    /// <summary>Says for each subscription of a bus why an event matches it, or what is missing.</summary>
    internal IReadOnlyList<RuleExplanation<string>> Explain(string bus, ValidatedEvent published) => !_buses.TryGetValue(bus, out var rules) ? [] :
        [.. rules.Explain(published).Select(e => new RuleExplanation<string>(e.Rule.Stored.Name, e.Matches, e.Branches, e.NearestMiss)).OrderBy(e => e.Rule, StringComparer.Ordinal)];

    // An identity is signed for one address and one body.
    private OutgoingMessage Signed(OutgoingMessage published, OutgoingMessage message) => carrier is null || published.Headers?.ContainsKey(Message.Identity) != true
        ? message
        : message with { Headers = carrier.Renew(message.Headers, (published.Queue, published.Payload), (message.Queue, message.Payload)) };

    private void Remove(string name)
    {
        if (_known.Remove(name, out var known)) _buses[known.Stored.Bus].Remove(known);
    }

    private void Replace(Subscription subscription)
    {
        Remove(subscription.Stored.Name);
        _buses.GetOrAdd(subscription.Stored.Bus, static _ => new EventRules<Subscription>()).Add(subscription, subscription.Pattern);
        _known[subscription.Stored.Name] = subscription;
    }
}
