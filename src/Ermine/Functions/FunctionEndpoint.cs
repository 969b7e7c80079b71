using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using Ermine.Kernel;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Ermine.Functions;

/// <summary>The address of one function: takes the arguments of a call and sends it through the door.</summary>
internal sealed class FunctionEndpoint(FunctionDescriptor<OnDemandAttribute> function, IServiceProvider services, ArgumentJson json)
{
    private static readonly ReadOnlyMemory<byte> NoArguments = "{}"u8.ToArray();

    [ThreadStatic] private static HttpCall? _spare;

    private readonly Dispatcher _dispatcher = services.GetRequiredService<Dispatcher>();
    private readonly bool _keepsRuns = services.GetService<IRunStore>() is not null;

    public FunctionDescriptor Function => function;

    public IServiceProvider Services => services;

    public ArgumentJson Json => json;

    /// <summary>How an item of a sequence is written: within one line.</summary>
    public JsonSerializerOptions ItemJson { get; } = json.Writing.WriteIndented ? new JsonSerializerOptions(json.Writing) { WriteIndented = false } : json.Writing;

    public ILogger Log { get; } = services.GetRequiredService<ILogger<FunctionEndpoint>>();

    /// <summary>Whether a caller is told how a function failed: in Development only.</summary>
    public bool ShowsFailures { get; } = services.GetRequiredService<IHostEnvironment>().IsDevelopment();

    public Task InvokeAsync(HttpContext http)
    {
        if (http.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: false }) return RunAsync(http, NoArguments);
        if (!IsJson(http.Request)) return CallProblems.Status(StatusCodes.Status415UnsupportedMediaType,
            $"The arguments must be application/json, and are {http.Request.ContentType ?? "without a content type"}.").ExecuteAsync(http);

        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = function.Trigger.MaxBodyBytes;
        return ReadAndRunAsync(http);
    }

    // The arguments are read where the server has put them, and given back to it when the call has ended.
    private async Task ReadAndRunAsync(HttpContext http)
    {
        var reader = http.Request.BodyReader;
        ReadResult read;
        try
        {
            while (!(read = await reader.ReadAsync(http.RequestAborted)).IsCompleted) reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            await CallProblems.Status(e.StatusCode, $"The arguments are larger than the {function.Trigger.MaxBodyBytes:N0} bytes that are allowed.").ExecuteAsync(http);
            return;
        }
        catch (IOException e)
        {
            await CallProblems.Status((e as BadHttpRequestException)?.StatusCode ?? StatusCodes.Status400BadRequest, "The arguments could not be read to their end.").ExecuteAsync(http); // the caller's connection, not ours
            return;
        }

        try
        {
            await RunAsync(http, read.Buffer.IsEmpty ? NoArguments : read.Buffer.IsSingleSegment ? read.Buffer.First : read.Buffer.ToArray());
        }
        finally
        {
            reader.AdvanceTo(read.Buffer.End);
        }
    }

    private Task RunAsync(HttpContext http, ReadOnlyMemory<byte> arguments) =>
        _keepsRuns && RunEndpoints.IsWanted(http.Request) ? RunEndpoints.StartAsync(http, function.Id, arguments, json) : CallAsync(http, arguments);

    private async Task CallAsync(HttpContext http, ReadOnlyMemory<byte> arguments)
    {
        var call = _spare ?? new HttpCall();
        _spare = null;
        call.Begin(this, http, arguments);
        await _dispatcher.DispatchAsync(call, http.RequestAborted);
        if (call.TryEnd()) _spare = call; // not where it threw: such a call is left to the garbage collector
    }

    // As the common case needs no parsing, it gets none.
    private static bool IsJson(HttpRequest request) => request.ContentType is "application/json" or "application/json; charset=utf-8" || request.HasJsonContentType();
}
