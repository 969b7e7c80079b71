// library Parts
// file First.cs
namespace Parts;

[Queue("jobs")] public sealed record Job(int Id);

public sealed partial class Working
{
    [Function, QueueTrigger("second")] public partial Task Second(Job job);

    [Function, QueueTrigger("last")] public void Last(Job job) => _ = job;
}
// file Second.cs
namespace Parts;

public sealed partial class Working(TimeProvider clock)
{
    [Function, QueueTrigger("first")] public void First(Job job) => _ = (job, clock);

    public partial Task Second(Job job) => Task.FromResult(job);
}

public sealed partial class OnlyPartial
{
    public partial Task Only(Job job);
}

public sealed partial class OnlyPartial
{
    [Function, QueueTrigger("only")] public partial Task Only(Job job) => Task.FromResult(job);
}
