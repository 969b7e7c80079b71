using Ermine.Kernel;
using Microsoft.Extensions.DependencyInjection;

namespace Ermine.Functions;

/// <summary>Gives a function on demand the runs that were asked for, where there is a store that keeps them. Calls are pushed by whoever calls.</summary>
internal sealed class OnDemandTriggerFactory(IServiceProvider services) : ITriggerFactory<OnDemandAttribute>
{
    public ITriggerSource? Create(FunctionDescriptor<OnDemandAttribute> function)
    {
        if (services.GetService<IRunStore>() is null) return null;

        var trigger = function.Trigger;
        return new WorkSource(function, new WorkOptions(RunQueue.Of(function.Id))
        {
            Lease = TimeSpan.FromSeconds(trigger.LeaseSeconds),
            IsOrdered = trigger.ConcurrencyKey is not null,
            MaxLeased = trigger.MaxClusterConcurrency,
            MaxRate = RateOf(function.Id, trigger.MaxRate),
        }, services);
    }

    private static Rate? RateOf(string function, string? text) => text is null ? null : Rate.TryParse(text, out var rate) ? rate : throw new ErmineStartupException(
        $"Function '{function}' has MaxRate = \"{text}\", which is no rate: write a number, a slash, and s, m, h or d, such as 1000/s; at most a million per second.");
}
