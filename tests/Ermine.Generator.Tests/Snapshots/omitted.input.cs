namespace Faulty;

[Queue("jobs")] public sealed record Job(int Id);

public sealed class Mixed
{
    [Function, QueueTrigger] public Task<Task> Nested(Job job) => Task.FromResult(Task.FromResult(job) as Task);
    [Function, QueueTrigger] public async void Lost(Job job) => await Task.FromResult(job);
    [Function, QueueTrigger] private void Hidden(Job job) => _ = job;
    [Function, QueueTrigger] public void Generic<T>(Job job) => _ = job;
    [Function, QueueTrigger] public void ByReference(ref Job job, out int count) => count = job.Id;
    [Function, QueueTrigger] public void Two(Job job, Job other) => _ = (job, other);
    [Function, Rest("GET jobs")] public void NoRoute() { }
    [Function, Rest("GET /jobs/{id}")] public void NoParameter() { }
    [Function, Rest("GET /span")] public ReadOnlySpan<char> Span() => default;
    [Function, QueueTrigger] public IEnumerable<int> Never(Job job) { yield return job.Id; }
    [Function, QueueTrigger] public void Fine(Job job) => _ = job;
}

public sealed class Pair<T>
{
    [Function, QueueTrigger] public void InGeneric(Job job) => _ = job;
}

public abstract class Unmade
{
    [Function, QueueTrigger] public void Instance(Job job) => _ = job;
    [Function, QueueTrigger] public static void Static(Job job) => _ = job;
}

public sealed class TwoWays
{
    public TwoWays() { }
    public TwoWays(TimeProvider clock) => _ = clock;

    [Function, QueueTrigger] public void Run(Job job) => _ = job;
}

public sealed class Demanding
{
    public required string Name { get; init; }

    [Function, QueueTrigger] public void Run(Job job) => _ = job;
}
