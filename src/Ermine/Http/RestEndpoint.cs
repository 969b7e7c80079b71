using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Ermine.Kernel;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ermine.Http;

/// <summary>One route of one function: takes a request and sends it through the door.</summary>
internal sealed class RestEndpoint(FunctionDescriptor<RestAttribute> function, IServiceProvider services, JsonSerializerOptions bodyJson, JsonSerializerOptions resultJson)
{
    [ThreadStatic] private static HttpDelivery? _spare;

    private readonly bool _mayHaveBody = RestRoute.Of(function).Method.ToUpperInvariant() is not ("GET" or "HEAD");
    private readonly Dispatcher _dispatcher = services.GetRequiredService<Dispatcher>();
    private JsonTypeInfo? _bodyType;
    private JsonTypeInfo? _resultType;

    public FunctionDescriptor<RestAttribute> Function { get; } = function;

    public IServiceProvider Services { get; } = services;

    public ILogger Log { get; } = services.GetRequiredService<ILogger<RestEndpoint>>();

    /// <summary>How an item is written: within one line.</summary>
    public JsonSerializerOptions ItemJson { get; } = resultJson.WriteIndented ? new(resultJson) { WriteIndented = false } : resultJson;

    /// <summary>Bytes that a body may have; null where nothing limits it. What <c>[RequestSizeLimit]</c> says comes before the trigger's own.</summary>
    public long? MaxBodyBytes { get; } = function.Metadata.OfType<IRequestSizeLimitMetadata>().LastOrDefault() is { } limit ? limit.MaxRequestBodySize : function.Trigger.MaxBodyBytes;

    public JsonSerializerOptions BodyJson => bodyJson;

    /// <summary>What attributes add to its answers; null where there is nothing.</summary>
    public Habits? Habits { get; } = Habits.Of(function, services);

    /// <summary>What is mapped.</summary>
    public RequestDelegate Delegate => Habits is { } habits ? context => habits.InvokeAsync(this, context) : InvokeAsync;

    /// <summary>Whether results are sent while they are serialised: one of them was large, or cannot be made all at once.</summary>
    public bool StreamsResult { get; set; }

    public JsonTypeInfo<T> BodyType<T>() => _bodyType as JsonTypeInfo<T> ?? Keep(ref _bodyType, (JsonTypeInfo<T>)bodyJson.GetTypeInfo(typeof(T)));

    public JsonTypeInfo<T> ResultType<T>() => _resultType as JsonTypeInfo<T> ?? Keep(ref _resultType, (JsonTypeInfo<T>)resultJson.GetTypeInfo(typeof(T)));

    public Task InvokeAsync(HttpContext context)
    {
        if (_mayHaveBody) LimitBody(context);
        var delivery = _spare ?? new HttpDelivery();
        _spare = null;
        delivery.Invocation.Begin(this, context);
        var running = _dispatcher.DispatchAsync(delivery, context.RequestAborted);
        if (!running.IsCompletedSuccessfully) return AwaitAsync(running, delivery);

        running.GetAwaiter().GetResult();
        Return(delivery);
        return Task.CompletedTask;
    }

    // Not by metadata of the endpoint, which routing would format for a log line with every request.
    public void LimitBody(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature) feature.MaxRequestBodySize = MaxBodyBytes;
    }

    private static async Task AwaitAsync(ValueTask running, HttpDelivery delivery)
    {
        await running;
        Return(delivery); // not where it threw: such a delivery is left to the garbage collector
    }

    // What a run opened may have kept hold of it, and would then meet the next request in it.
    private static void Return(HttpDelivery delivery)
    {
        if (delivery.Invocation.HasResources) return;
        delivery.Invocation.End();
        _spare = delivery;
    }

    private static JsonTypeInfo<T> Keep<T>(ref JsonTypeInfo? place, JsonTypeInfo<T> type)
    {
        place = type;
        return type;
    }
}
