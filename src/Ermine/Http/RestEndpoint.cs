using System.Text.Json.Serialization.Metadata;
using System.Text.Json;
using Ermine.Kernel;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Ermine.Http;

/// <summary>One route of one function: takes a request, sends it through the door, and lends deliveries from a small pool.</summary>
internal sealed class RestEndpoint(FunctionDescriptor<RestAttribute> function, Dispatcher dispatcher, JsonSerializerOptions json, IServiceProvider services)
{
    private HttpDelivery? _spare;
    private JsonTypeInfo? _bodyType;
    private JsonTypeInfo? _resultType;

    public FunctionDescriptor<RestAttribute> Function { get; } = function;

    public IServiceProvider Services { get; } = services;

    public int MaxBodyBytes { get; } = function.Trigger.MaxBodyBytes;

    public JsonTypeInfo<T> BodyType<T>() => (JsonTypeInfo<T>)(_bodyType ??= json.GetTypeInfo(typeof(T)));

    public JsonTypeInfo<T> ResultType<T>() => (JsonTypeInfo<T>)(_resultType ??= json.GetTypeInfo(typeof(T)));

    public Task InvokeAsync(HttpContext context)
    {
        LimitBody(context);
        var delivery = Interlocked.Exchange(ref _spare, null) ?? new HttpDelivery(new HttpInvocation(this));
        delivery.Invocation.Begin(context);
        var running = dispatcher.DispatchAsync(delivery, context.RequestAborted);
        if (!running.IsCompletedSuccessfully) return AwaitAsync(running, delivery);

        running.GetAwaiter().GetResult();
        Return(delivery);
        return Task.CompletedTask;
    }

    private async Task AwaitAsync(ValueTask running, HttpDelivery delivery)
    {
        await running;
        Return(delivery); // not where it threw: such a delivery is left to the garbage collector
    }

    private void Return(HttpDelivery delivery)
    {
        delivery.Invocation.End();
        _spare = delivery;
    }

    private void LimitBody(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature) feature.MaxRequestBodySize = MaxBodyBytes;
    }
}
