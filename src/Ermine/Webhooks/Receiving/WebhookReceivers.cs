using System.Collections.Concurrent;
using Ermine.Kernel;
using Microsoft.Extensions.Configuration;

namespace Ermine.Webhooks.Receiving;

/// <summary>The webhooks of this node, each with its secrets, which are read once.</summary>
internal sealed class WebhookReceivers(IConfiguration configuration, IEd25519? ed25519 = null)
{
    private readonly ConcurrentDictionary<string, WebhookReceiver> _made = new(StringComparer.Ordinal);

    /// <summary>Whether <c>MapErmine()</c> was called, so that an app that forgot it is told.</summary>
    public bool AreMapped { get; set; }

    /// <exception cref="ErmineStartupException">A secret is missing, or none of its scheme.</exception>
    public WebhookReceiver Of(FunctionDescriptor<WebhookAttribute> function) =>
        _made.GetOrAdd(function.Id, _ => WebhookReceiver.Of(function, WebhookSettings.Of(function.Id, function.Trigger.Name, configuration), ed25519));
}
