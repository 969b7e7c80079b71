namespace Ermine.Events;

/// <summary>Publishes events, to whoever has a rule that matches them.</summary>
/// <remarks>Within an invocation a publish joins its commit: it happens if, and only if, the invocation succeeds. Elsewhere an event is durable when the task
/// completes. Whoever subscribed before the publish began gets it. Resolve it from a scope.</remarks>
public interface IEventBus
{
    /// <summary>Publishes an event whose type names its source and what has happened.</summary>
    /// <param name="detail">What has happened, of a type with <see cref="EventAttribute"/>; with what is around it at most 256 KiB of JSON.</param>
    /// <param name="options">What the event asks for. Default: nothing.</param>
    /// <param name="ct">Cancels the wait; a publish that is under way by then may still happen.</param>
    /// <exception cref="Kernel.PayloadException">It cannot be serialised or is too large.</exception>
    /// <exception cref="ArgumentException">An option is out of its range; the message says which.</exception>
    /// <exception cref="InvalidEventException">The JSON of it has one name twice.</exception>
    /// <exception cref="InvalidOperationException">The type has no <see cref="EventAttribute"/>, or the invocation that this bus belongs to has ended.</exception>
    Task PublishAsync<T>(T detail, PublishOptions? options = null, CancellationToken ct = default);

    /// <summary>Publishes several events, all or none, each with the same options.</summary>
    /// <inheritdoc cref="PublishAsync"/>
    Task PublishManyAsync<T>(IEnumerable<T> details, PublishOptions? options = null, CancellationToken ct = default);

    /// <summary>Publishes an event as JSON, such as one that came from elsewhere.</summary>
    /// <param name="source">Who publishes it; 1 to 256 characters.</param>
    /// <param name="detailType">What has happened; 1 to 128 characters.</param>
    /// <param name="detail">The JSON of what has happened, in UTF-8.</param>
    /// <param name="options">What the event asks for. Default: nothing.</param>
    /// <param name="ct">Cancels the wait; a publish that is under way by then may still happen.</param>
    /// <exception cref="InvalidEventException">The detail is no JSON, or has one name twice.</exception>
    /// <inheritdoc cref="PublishAsync"/>
    Task PublishJsonAsync(string source, string detailType, ReadOnlyMemory<byte> detail, PublishOptions? options = null, CancellationToken ct = default);

    /// <summary>Publishes several events as JSON, all or none.</summary>
    /// <param name="events">The events.</param>
    /// <param name="options">What all of them ask for. Default: nothing.</param>
    /// <param name="ct">Cancels the wait; a publish that is under way by then may still happen.</param>
    /// <exception cref="InvalidEventException">A detail is no JSON, or has one name twice.</exception>
    /// <inheritdoc cref="PublishAsync"/>
    Task PublishManyJsonAsync(IEnumerable<JsonEvent> events, PublishOptions? options = null, CancellationToken ct = default);

    /// <summary>Says for each subscription why an event would be delivered by it, or what is missing. Nothing is published. For people: it takes far longer than matching.</summary>
    /// <param name="published">The whole event, as JSON in UTF-8: <c>{ "source": "shop", "detail-type": "OrderPlaced", "detail": { } }</c>.</param>
    /// <param name="bus">The bus. Default: <c>default</c>.</param>
    /// <param name="ct">Cancels the wait for the subscriptions.</param>
    /// <exception cref="InvalidEventException">It is no JSON object, or has one name twice.</exception>
    Task<IReadOnlyList<RuleExplanation<string>>> ExplainAsync(ReadOnlyMemory<byte> published, string bus = "default", CancellationToken ct = default);
}
