using System.Buffers;
using System.Text.Json;
using Ermine.Kernel;
using Microsoft.AspNetCore.Http;

namespace Ermine.Functions;

/// <summary>Answers with a sequence while the function makes it: as server-sent events, or as JSON a line (NDJSON), each item flushed. Who asks
/// for <c>application/json</c> gets one list when all is done.</summary>
internal sealed class HttpItems : IItemSink
{
    private const string Events = "text/event-stream";
    private const string Lines = "application/x-ndjson";

    private readonly ArrayBufferWriter<byte> _line = new();
    private HttpContext _http = null!;
    private JsonSerializerOptions _options = null!;
    private bool _isEvents;

    /// <summary>Whether the function returned a sequence, and its items were wanted one by one.</summary>
    public bool IsUsed { get; private set; }

    public bool WantsItems => IsUsed = Negotiate();

    /// <summary>Takes a request that may come to be answered so.</summary>
    /// <param name="http">The request.</param>
    /// <param name="options">How an item is written: within one line.</param>
    public void Begin(HttpContext http, JsonSerializerOptions options) => (_http, _options, IsUsed) = (http, options, false);

    /// <summary>Lets go of the request. A function that was left while it makes items can write no more.</summary>
    public void Close() => _http = null!;

    public async ValueTask AddAsync<T>(T item, CancellationToken ct)
    {
        if (_http is null) throw new OperationCanceledException("The call has ended.");
        Start();
        _line.ResetWrittenCount();
        if (_isEvents) _line.Write("data: "u8);
        ArgumentResult<T>.WriteValue(_line, item, _options);
        _line.Write(_isEvents ? "\n\n"u8 : "\n"u8);
        await _http.Response.BodyWriter.WriteAsync(_line.WrittenMemory, ct);
    }

    /// <summary>Ends the answer; one without any item begins here too.</summary>
    public Task EndAsync()
    {
        Start();
        return _http.Response.StartAsync(CancellationToken.None);
    }

    /// <summary>Ends an answer that has begun in such a way that nobody takes it for whole: by an event <c>error</c>, or by breaking it off.</summary>
    public async Task FailAsync(Outcome outcome, bool showsFailures)
    {
        if (_isEvents && !_http.RequestAborted.IsCancellationRequested)
        {
            var (status, title) = CallProblems.Spoken(outcome);
            _line.ResetWrittenCount();
            _line.Write("event: error\ndata: "u8);
            ArgumentResult<CallProblem>.WriteValue(_line, new CallProblem(status, title, showsFailures ? outcome.Reason : null), FunctionJson.Default.Options);
            _line.Write("\n\n"u8);
            await _http.Response.BodyWriter.WriteAsync(_line.WrittenMemory, _http.RequestAborted);
        }
        else
        {
            _http.Abort();
        }
    }

    private void Start()
    {
        if (_http.Response.HasStarted || _http.Response.ContentType is not null) return;

        _http.Response.ContentType = _isEvents ? Events : Lines;
        _http.Response.Headers.CacheControl = "no-store";
    }

    // The first of the three that is asked for; lines where none is.
    private bool Negotiate()
    {
        var accepted = _http.Request.GetTypedHeaders().Accept;
        var asked = accepted.OrderByDescending(a => a.Quality ?? 1).Select(a => a.MediaType.Value).FirstOrDefault(type => type is Events or Lines or "application/json");
        _isEvents = asked == Events;
        return asked != "application/json";
    }
}
