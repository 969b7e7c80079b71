using System.Security.Cryptography;
using Ermine.Samples.Tests.Node;
using Ermine.Testing;
using Ermine.Webhooks.Sending;

namespace Ermine.Samples.Tests.Shop;

/// <summary>The sample, and the fulfilment centre that it sends orders to; events of a museum go on as CloudEvents, in each mode.</summary>
public sealed class SendingApp : IAsyncLifetime
{
    /// <summary>What deliveries are signed by.</summary>
    public string Secret { get; } = $"whsec_{Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))}";

    /// <summary>The sample.</summary>
    public TestApp App { get; private set; } = null!;

    internal WebhookReceiver Receiver { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        if (!NodeTools.AreHere) return;

        Receiver = await WebhookReceiver.StartAsync(Secret);
        App = await ShopClient.StartAsync(new MailServer(), options =>
        {
            Send(options, "fulfilment");
            foreach (var format in new[] { WebhookFormat.CloudEvents, WebhookFormat.CloudEventsBinary })
            {
                var name = $"{format}".ToLowerInvariant();
                Send(options, name).Set($"Ermine:Webhooks:Destinations:{name}:Format", $"{format}").Set($"Ermine:Webhooks:Destinations:{name}:Pattern", """{ "source": ["museum"] }""");
            }
        });
    }

    public async Task DisposeAsync()
    {
        if (!NodeTools.AreHere) return;

        await App.DisposeAsync();
        await Receiver.DisposeAsync();
    }

    private TestAppOptions Send(TestAppOptions options, string destination) =>
        options.Set($"Ermine:Webhooks:Destinations:{destination}:Url", $"{Receiver.Address}/{destination}").Set($"Ermine:Webhooks:Destinations:{destination}:Secret", Secret);
}
