using System.Collections.Concurrent;
using System.Diagnostics;
using Ermine.Kernel;
using Ermine.Tests.Doubles;

namespace Ermine.Tests.Middleware;

public sealed class TracingMiddlewareTests
{
    private const string TraceParent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private readonly TestKernel _kernel = new();
    private readonly string _id = $"test.{Guid.NewGuid():n}";

    [Fact]
    public async Task A_run_is_an_activity_in_the_trace_that_its_message_was_sent_in()
    {
        var function = _kernel.Add((_, _) => new(Outcome.Completed), id: _id);
        var message = TestWork.Message(1, headers: new Dictionary<string, string> { [Message.TraceParent] = TraceParent });

        var activity = Assert.Single(await ListenAsync(new TestInvocation(function, parent: message.Trace)));

        Assert.Equal(("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7"), (activity.TraceId.ToHexString(), activity.ParentSpanId.ToHexString()));
        Assert.Equal((_id, ActivityKind.Consumer, "Completed"), (activity.OperationName, activity.Kind, activity.GetTagItem("ermine.outcome")));
    }

    [Fact]
    public async Task A_run_that_failed_is_an_activity_that_failed()
    {
        var function = _kernel.Add((_, _) => throw new InvalidOperationException("broken"), id: _id);

        var activity = Assert.Single(await ListenAsync(new TestInvocation(function)));

        Assert.Equal((ActivityStatusCode.Error, "Retry"), (activity.Status, activity.GetTagItem("ermine.outcome")));
    }

    [Fact]
    public async Task A_run_that_a_caller_waits_for_is_within_the_callers_activity()
    {
        var function = _kernel.Add((_, _) => new(Outcome.Completed), trigger: new TestTriggerAttribute { Retries = false }, id: _id);
        using var request = new Activity("request").SetIdFormat(ActivityIdFormat.W3C).Start();

        var activity = Assert.Single(await ListenAsync(new TestInvocation(function)));

        Assert.Equal((ActivityKind.Internal, request.SpanId), (activity.Kind, activity.ParentSpanId));
    }

    [Fact]
    public async Task Where_nobody_listens_there_is_no_activity()
    {
        Activity? during = null;
        var function = _kernel.Add((_, _) =>
        {
            during = Activity.Current;
            return new(Outcome.Completed);
        });

        await _kernel.RunAsync(function);

        Assert.Null(during);
    }

    private async Task<IReadOnlyCollection<Activity>> ListenAsync(Invocation invocation)
    {
        var ended = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Ermine",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = ended.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        await _kernel.Open().DispatchAsync(new TestDelivery(invocation), default);
        return [.. ended.Where(a => a.OperationName == _id)];
    }
}
