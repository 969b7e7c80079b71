using Ermine.Kernel;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Ermine.Http;

/// <summary>The habits of one function, and the way that its requests go because of them.</summary>
internal sealed class Habits
{
    private readonly Habit[] _habits;

    private Habits(Habit[] habits) => _habits = habits;

    /// <summary>The habits that a function's attributes ask for; null where there are none.</summary>
    public static Habits? Of(FunctionDescriptor<RestAttribute> function, IServiceProvider services) =>
        services.GetServices<HabitFactory>().Select(make => make(function, services)).OfType<Habit>().ToArray() is { Length: > 0 } habits ? new Habits(habits) : null;

    /// <summary>Runs the function, unless one of the habits has the answer already.</summary>
    public async Task InvokeAsync(RestEndpoint endpoint, HttpContext context)
    {
        if (await BeginAsync(endpoint, context) is { } answer) await answer.ExecuteAsync(context);
        else await endpoint.InvokeAsync(context);
    }

    /// <summary>Commits what has succeeded, and answers.</summary>
    public async ValueTask SettleAsync(HttpDelivery delivery, Outcome outcome, CancellationToken ct)
    {
        var run = delivery.Invocation;
        IResult? instead = null;
        if (outcome.Kind == OutcomeKind.Completed && !run.IsBad) outcome = Committing(run, out instead);
        if (outcome.Kind != OutcomeKind.Completed || run.IsBad) await FailAsync(delivery, outcome);
        else if (instead is not null) await RefuseAsync(delivery, instead);
        else if (run.HasCommit && await delivery.CommitAsync(ct) is { Kind: not OutcomeKind.Completed } failed) await FailAsync(delivery, failed);
        else if (run.Stored is { } stored) await stored.WriteAsync(run.Input);
        else
        {
            Answering(run);
            await delivery.WriteAsync();
        }
    }

    /// <summary>Has the habits say what they have to, before the answer of a run that succeeded is written.</summary>
    public void Answering(HttpInvocation run)
    {
        foreach (var habit in _habits) habit.Answering(run);
    }

    /// <summary>Whether one of the habits has the answer recorded with the commit.</summary>
    public bool Keep(HttpContext context) => _habits.Any(habit => habit.Keeps(context));

    private async ValueTask<IResult?> BeginAsync(RestEndpoint endpoint, HttpContext context)
    {
        try
        {
            foreach (var habit in _habits)
            {
                if (await habit.BeginAsync(endpoint, context) is { } answer) return answer;
            }

            return null;
        }
        catch (CommitException e)
        {
            return HttpDelivery.Answer(Outcome.Rejected(e.Message, e));
        }
    }

    private Outcome Committing(HttpInvocation run, out IResult? instead)
    {
        instead = null;
        try
        {
            for (var i = 0; i < _habits.Length && instead is null; i++) instead = _habits[i].Committing(run);
            return Outcome.Completed;
        }
        catch (InvalidOperationException e)
        {
            var failed = RetryPolicy.Answer(run, e); // a function that cannot have the habit as it is written
            DispatchLog.Report(run.Endpoint.Log, run, failed);
            return failed;
        }
    }

    private async ValueTask FailAsync(HttpDelivery delivery, Outcome outcome)
    {
        var run = delivery.Invocation;
        foreach (var habit in _habits) await habit.FailedAsync(run, maybeRecorded: outcome.Exception is CommitException { Failure: CommitFailure.Unknown });
        if (outcome.Kind == OutcomeKind.Completed) await delivery.WriteAsync(); // the problem that names the bad values
        else await delivery.RefuseAsync(_habits.Select(habit => habit.Refused(run, outcome)).FirstOrDefault(answer => answer is not null) ?? HttpDelivery.Answer(outcome));
    }

    private async ValueTask RefuseAsync(HttpDelivery delivery, IResult instead)
    {
        foreach (var habit in _habits) await habit.FailedAsync(delivery.Invocation, maybeRecorded: false);
        await delivery.RefuseAsync(instead);
    }
}
