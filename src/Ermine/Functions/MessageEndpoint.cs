using System.Text;
using System.Text.Json;
using Ermine.Kernel;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Ermine.Functions;

/// <summary>The address of a function that reads messages: an operator hands it a payload, or a list of them where it takes a batch, beside its
/// queue. It is called once, and answers 204.</summary>
internal sealed class MessageEndpoint(FunctionDescriptor function, IServiceProvider services)
{
    private readonly Dispatcher _dispatcher = services.GetRequiredService<Dispatcher>();
    private readonly PayloadSerializer _serializer = services.GetRequiredService<PayloadSerializer>();
    private readonly bool _showsFailures = services.GetRequiredService<IHostEnvironment>().IsDevelopment();

    public async Task InvokeAsync(HttpContext http)
    {
        if (!http.Request.HasJsonContentType())
        {
            await CallProblems.Status(StatusCodes.Status415UnsupportedMediaType, "The payload must be application/json.").ExecuteAsync(http);
            return;
        }

        IReadOnlyList<Message> messages;
        try
        {
            messages = await ReadAsync(http);
        }
        catch (JsonException e)
        {
            await CallProblems.Status(StatusCodes.Status400BadRequest, $"The payload is no JSON: see line {e.LineNumber + 1}, byte {e.BytePositionInLine}.").ExecuteAsync(http);
            return;
        }

        if (messages.Any(message => ZeroCharacter.IsInJson(message.Payload.Span)))
        {
            await CallProblems.Status(StatusCodes.Status400BadRequest, ZeroCharacter.Complaint).ExecuteAsync(http);
            return;
        }

        var call = new MessageCall(new MessageInvocation(function, services, http, new Batch(messages, _serializer) { ReadSender = _ => new Sender(http.User, "") }));
        await _dispatcher.DispatchAsync(call, http.RequestAborted);
        await AnswerAsync(http, call);
    }

    private async Task<IReadOnlyList<Message>> ReadAsync(HttpContext http)
    {
        using var body = await JsonDocument.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted);
        var isList = function.Input == InputShape.Batch && body.RootElement.ValueKind == JsonValueKind.Array;
        var payloads = isList ? body.RootElement.EnumerateArray().ToArray() : [body.RootElement];
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        return [.. payloads.Select((payload, i) => new Message(i, i, 1, Encoding.UTF8.GetBytes(payload.GetRawText()), null, now))];
    }

    private Task AnswerAsync(HttpContext http, MessageCall call)
    {
        if (http.RequestAborted.IsCancellationRequested) return Task.CompletedTask;
        if (call.Invocation.Input.Unreadable is { Count: > 0 } unreadable) return CallProblems.Invalid(unreadable.ToDictionary(u => $"[{u.Message.Id}]", u => new[] { u.Reason })).ExecuteAsync(http);
        if (call.Outcome.Exception is PayloadException bad) return CallProblems.Status(StatusCodes.Status400BadRequest, bad.Message).ExecuteAsync(http);
        if (call.Outcome.Kind != OutcomeKind.Completed) return CallProblems.Of(call.Outcome, _showsFailures).ExecuteAsync(http);

        http.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }
}
