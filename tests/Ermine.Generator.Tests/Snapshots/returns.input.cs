using Ermine.Kernel;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Answers;

[Queue("work")] public sealed record Work(int Id);

[AllowAnonymous]
public sealed class Answering
{
    [Function, Rest("GET /void")] public void Void() { }
    [Function, Rest("GET /task")] public Task Task() => System.Threading.Tasks.Task.CompletedTask;
    [Function, Rest("GET /value-task")] public ValueTask ValueTask() => default;
    [Function, Rest("GET /outcome")] public Outcome Outcome() => Ermine.Kernel.Outcome.Completed;
    [Function, Rest("GET /task-of-outcome")] public Task<Outcome> OutcomeAsync() => System.Threading.Tasks.Task.FromResult(Ermine.Kernel.Outcome.Completed);
    [Function, Rest("GET /result")] public IResult Result() => Results.Ok();
    [Function, Rest("GET /typed")] public Results<Ok<Work>, NotFound> Typed() => TypedResults.NotFound();
    [Function, Rest("GET /task-of-typed")] public async Task<Ok<Work>?> TypedAsync() { await System.Threading.Tasks.Task.Yield(); return null; }
    [Function, Rest("GET /text")] public string Text() => "";
    [Function, Rest("GET /task-of-text")] public ValueTask<string?> TextAsync() => default;
    [Function, Rest("GET /value")] public int Value() => 1;
    [Function, Rest("GET /nullable")] public int? Nullable() => null;
    [Function, Rest("GET /tuple")] public ValueTask<(int Count, Work? Last)> Tuple() => default;
    [Function, Rest("GET /stream")] public async IAsyncEnumerable<Work> Stream() { await System.Threading.Tasks.Task.Yield(); yield break; }
    [Function, Rest("GET /anything")] public object Anything() => 1;
    [Function, Rest("GET /anything-at-all")] public dynamic AnythingAtAll() => 1;

    [Function, QueueTrigger] public int Consume(Work work) => work.Id;
    [Function, QueueTrigger] public Task<Outcome> Judge(Work work) => System.Threading.Tasks.Task.FromResult(Ermine.Kernel.Outcome.Rejected($"{work.Id}"));
    [Function, QueueTrigger] public ValueTask<string> Tell(Work work) => new($"{work.Id}");
}
