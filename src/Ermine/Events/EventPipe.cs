using System.ComponentModel;
using Ermine.Kernel;
using Microsoft.Extensions.DependencyInjection;

namespace Ermine.Events;

/// <summary>Publishes what a function with <see cref="PipeAttribute"/> has returned. Called by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class EventPipe
{
    /// <summary>Publishes an event within the commit of a run; nothing where it is null.</summary>
    /// <exception cref="InvalidOperationException">The type has no <see cref="EventAttribute"/>.</exception>
    public static Task PublishAsync<T>(Invocation invocation, T? returned, CancellationToken ct) =>
        returned is null ? Task.CompletedTask : Bus(invocation).PublishAsync(returned, null, ct);

    /// <summary>Publishes several events within the commit of a run, but for those that are null.</summary>
    /// <inheritdoc cref="PublishAsync{T}(Invocation, T, CancellationToken)"/>
    public static Task PublishAsync<T>(Invocation invocation, IReadOnlyList<T?>? returned, CancellationToken ct) =>
        returned is null ? Task.CompletedTask : Bus(invocation).PublishManyAsync(returned.OfType<T>(), null, ct);

    private static IEventBus Bus(Invocation invocation) => invocation.Services.GetRequiredService<IEventBus>();
}
