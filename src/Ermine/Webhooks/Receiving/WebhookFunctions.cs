using Ermine.Kernel;

namespace Ermine.Webhooks.Receiving;

/// <summary>Which functions of an app get webhooks, and on which queues those travel.</summary>
internal static class WebhookFunctions
{
    /// <summary>What the names of their queues begin with.</summary>
    public const string Kind = "webhook";

    /// <summary>The functions that get webhooks, with those that this node does not run.</summary>
    public static IEnumerable<FunctionDescriptor<WebhookAttribute>> Receivers(this FunctionCatalog catalog) => catalog.Declared.OfType<FunctionDescriptor<WebhookAttribute>>();

    /// <summary>The queue of a function's deliveries: <c>paying.note</c> has <c>webhook-paying-note</c>.</summary>
    public static string QueueOf(string function) => FunctionQueue.Of(Kind, function);

    /// <summary>Looks at what the code says of each.</summary>
    /// <exception cref="ErmineStartupException">One is called as none may be, two are called alike, or settings do not go together.</exception>
    public static void Check(this FunctionCatalog catalog)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var function in catalog.Receivers())
        {
            var webhook = function.Trigger;
            if (WebhookName.Fault(webhook.Name) is { } unfit) throw new ErmineStartupException($"The webhook of function '{function.Id}' has a name that cannot be one: '{webhook.Name}' {unfit}.");
            if (!names.TryAdd(webhook.Name, function.Id)) throw new ErmineStartupException($"The functions '{names[webhook.Name]}' and '{function.Id}' both have the webhook '{webhook.Name}', and a sender posts to one of them: give one another name.");
            if (webhook.Scheme == WebhookScheme.Generic && GenericFault.Of(webhook.SignatureHeader, webhook.SignedContent, webhook.TimestampHeader, webhook.IdHeader, webhook.IdPath) is var (setting, fault))
                throw new ErmineStartupException($"The webhook '{webhook.Name}' of function '{function.Id}': {setting} {fault}.");
        }
    }
}
