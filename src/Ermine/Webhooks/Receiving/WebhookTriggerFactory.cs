using Ermine.Kernel;

namespace Ermine.Webhooks.Receiving;

/// <summary>Gives a function with <see cref="WebhookAttribute"/> what its sender was told is accepted: messages of a queue of its own.</summary>
internal sealed class WebhookTriggerFactory(WebhookReceivers receivers, IServiceProvider services) : ITriggerFactory<WebhookAttribute>
{
    public ITriggerSource Create(FunctionDescriptor<WebhookAttribute> function)
    {
        var trigger = function.Trigger;
        if (!receivers.AreMapped) throw new ErmineStartupException($"Function '{function.Id}' takes what is posted to {WebhookEndpoint.Root}/{trigger.Name}, but no endpoints are mapped: call app.MapErmine() before app.Run().");
        return new WorkSource(function, new WorkOptions(receivers.Of(function).Queue)
        {
            BatchSize = trigger.BatchSize,
            BatchWindow = TimeSpan.FromMilliseconds(trigger.BatchWindowMilliseconds),
            Lease = TimeSpan.FromSeconds(trigger.LeaseSeconds),
            MaxRate = Rate.Of(function.Id, trigger.MaxRate),
        }, services);
    }
}
