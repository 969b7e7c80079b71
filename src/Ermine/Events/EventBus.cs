using System.Diagnostics;
using Ermine.Kernel;

namespace Ermine.Events;

/// <summary>The bus as seen from one scope. An event leaves as one message that is addressed to a bus; what sends it makes one of it for each subscriber.</summary>
internal sealed class EventBus(Outbox outbox, PayloadSerializer serializer, TimeProvider time, EventRoutes routes, ISubscriptionStore store) : IEventBus
{
    private const int LongestKey = 256;
    private const int LongestSource = 256;
    private const int LongestType = 128;
    private static readonly TimeSpan LongestWindow = TimeSpan.FromDays(7);
    private static readonly PublishOptions Plain = new();

    public Task PublishAsync<T>(T detail, PublishOptions? options = null, CancellationToken ct = default) => PublishManyAsync([detail], options, ct);

    public Task PublishManyAsync<T>(IEnumerable<T> details, PublishOptions? options = null, CancellationToken ct = default)
    {
        var contract = EventContract<T>.Value;
        return SendAsync(details.Select(detail => new JsonEvent(contract.Source, contract.DetailType, serializer.Write(detail))), contract.Bus, options ?? Plain, ct);
    }

    public Task PublishJsonAsync(string source, string detailType, ReadOnlyMemory<byte> detail, PublishOptions? options = null, CancellationToken ct = default) =>
        PublishManyJsonAsync([new JsonEvent(source, detailType, detail)], options, ct);

    public Task PublishManyJsonAsync(IEnumerable<JsonEvent> events, PublishOptions? options = null, CancellationToken ct = default)
    {
        var all = events.ToArray();
        foreach (var one in all) Check(one);
        return SendAsync(all, "default", options ?? Plain, ct);
    }

    public async Task<IReadOnlyList<RuleExplanation<string>>> ExplainAsync(ReadOnlyMemory<byte> published, string bus = "default", CancellationToken ct = default)
    {
        var valid = ValidatedEvent.Parse(published);
        routes.Load(await store.LoadAsync(ct));
        return routes.Explain(bus, valid);
    }

    private Task SendAsync(IEnumerable<JsonEvent> events, string bus, PublishOptions options, CancellationToken ct)
    {
        Check(options);
        var headers = Activity.Current?.Id is { } trace ? new Dictionary<string, string> { [Message.TraceParent] = trace } : null;
        return outbox.SendAsync([.. events.Select(Of)], options.As, ct);

        OutgoingMessage Of(JsonEvent published)
        {
            var now = time.GetUtcNow();
            var text = EventText.Of(published, published.Id ?? options.Id ?? FreshId.New(now).ToString(), published.Time ?? options.Time ?? now);
            if (text.Length > PayloadSerializer.MaxBytes) throw new PayloadException(
                $"The event {published.DetailType} of {published.Source} has {text.Length:N0} bytes and at most {PayloadSerializer.MaxBytes:N0} are allowed; store the large part elsewhere, as in blob storage, and publish its key (a claim check).");

            return new OutgoingMessage(options.Bus ?? bus, ValidatedEvent.Parse(text).Utf8, Headers: headers)
            {
                IsEvent = true,
                DeduplicationKey = published.DeduplicationKey ?? options.DeduplicationKey,
                DeduplicationWindow = options.DeduplicationWindow,
            };
        }
    }

    private static void Check(JsonEvent published)
    {
        Check(nameof(published.Source), published.Source, LongestSource);
        Check(nameof(published.DetailType), published.DetailType, LongestType);
        if (published.Id is { } id) Check(nameof(published.Id), id, LongestKey);
        if (published.DeduplicationKey is { } key) Check(nameof(published.DeduplicationKey), key, LongestKey);
        foreach (var name in published.Attributes?.Keys ?? [])
        {
            if (!EventText.IsAttribute(name)) throw new ArgumentException(
                $"'{name}' cannot be an attribute of an event: its name has 1 to {EventText.LongestName} lower-case letters, digits and hyphens, and is none of {string.Join(", ", EventText.OwnNames)}.");
        }

        DetailJson.Check(published.Detail.Span); // by itself, so that nothing in it becomes a part of the event around it
    }

    private static void Check(PublishOptions options)
    {
        if (options.Bus is { } bus) BusName.Check(bus);
        if (options.Id is { } id) Check(nameof(options.Id), id, LongestKey);
        if (options.DeduplicationKey is { } key) Check(nameof(options.DeduplicationKey), key, LongestKey);
        if (options.DeduplicationWindow < TimeSpan.FromSeconds(1) || options.DeduplicationWindow > LongestWindow)
            throw new ArgumentOutOfRangeException(nameof(options), options.DeduplicationWindow, $"{nameof(options.DeduplicationWindow)} is from a second to {LongestWindow.TotalDays:0} days.");
    }

    private static void Check(string name, string text, int longest)
    {
        if (text is not { Length: > 0 } || text.Length > longest) throw new ArgumentException($"{name} has {text?.Length ?? 0} characters; it has from 1 to {longest}.");
    }
}
