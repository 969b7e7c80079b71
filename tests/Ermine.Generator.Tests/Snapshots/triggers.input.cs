using Ermine.Kernel;
using Microsoft.AspNetCore.Authorization;

// A class whose functions are called in several ways, and one that is nested.
namespace Several
{
    [Queue("jobs")] public sealed record Job(int Id);

    [AllowAnonymous]
    public static class Working
    {
        [Function, QueueTrigger, Rest("POST /jobs"), Rest("PUT /jobs")]
        public static Task Work(Job job) => Task.FromResult(job);

        [Function]
        public static Task Alone() => Task.CompletedTask;
    }

    public static partial class Outer
    {
        internal sealed class Inner
        {
            [Function, QueueTrigger("inner")] internal void Run(Job job) => _ = job;
        }
    }

    public sealed class Outer_Inner
    {
        [Function, QueueTrigger("beside")] public void Run(Job job) => _ = job;
    }
}

public sealed class Homeless
{
    [Function, QueueTrigger("homeless")] public void Run(Several.Job job, Invocation invocation) => _ = (job, invocation);

    [Function, QueueTrigger("homeless")] public void Run(Several.Job job) => _ = job;
}
