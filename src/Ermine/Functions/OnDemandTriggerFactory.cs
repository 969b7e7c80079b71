using Ermine.Kernel;
using Microsoft.Extensions.DependencyInjection;

namespace Ermine.Functions;

/// <summary>Gives a function on demand the runs that were asked for, where there is a store that keeps them. Calls are pushed by whoever calls.</summary>
internal sealed class OnDemandTriggerFactory(IServiceProvider services) : ITriggerFactory<OnDemandAttribute>
{
    private static readonly ReadOnlyMemory<byte> Nothing = "null"u8.ToArray();

    public ITriggerSource? Create(FunctionDescriptor<OnDemandAttribute> function)
    {
        if (services.GetService<IRunStore>() is null) return null;

        var trigger = function.Trigger;
        return new WorkSource(function, new WorkOptions(RunQueue.Of(function.Id))
        {
            Lease = TimeSpan.FromSeconds(trigger.LeaseSeconds),
            IsOrdered = trigger.ConcurrencyKey is not null,
            MaxLeased = trigger.MaxClusterConcurrency,
            MaxRate = Rate.Of(function.Id, trigger.MaxRate),
            OnSuccess = SuccessOf(function.Id, trigger.OnSuccess),
            OnFailure = FailureOf(function.Id, trigger.OnFailure),
        }, services);
    }

    private Func<Message, OutgoingMessage>? SuccessOf(string function, string? next)
    {
        if (next is null) return null;
        var target = TargetOf(function, nameof(OnDemandAttribute.OnSuccess), next);
        return done => target.Next(done.Result ?? Nothing, done);
    }

    private Func<Message, Failure, OutgoingMessage>? FailureOf(string function, string? next)
    {
        if (next is null) return null;
        var (target, serializer) = (TargetOf(function, nameof(OnDemandAttribute.OnFailure), next), services.GetRequiredService<PayloadSerializer>());
        return (failed, why) => target.Next(serializer.Write(new RunFailure(failed.Run ?? default, function, why.Reason, failed.Attempt)), failed);
    }

    private RunTarget TargetOf(string function, string member, string next)
    {
        try
        {
            var target = services.GetRequiredService<RunTargets>().Of(next);
            return !target.HasKey ? target : throw new ErmineStartupException(
                $"Function '{function}' has {member} = \"{next}\", whose runs go one at a time by an argument that a result does not name: let it have no ConcurrencyKey.");
        }
        catch (ArgumentException e)
        {
            throw new ErmineStartupException($"Function '{function}' has {member} = \"{next}\", which is no function on demand of this app.", e);
        }
    }
}
