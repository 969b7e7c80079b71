using System.Security.Cryptography;
using Ermine.Samples.Tests.Node;
using Ermine.Testing;

namespace Ermine.Samples.Tests.Shop;

/// <summary>The sample, and the fulfilment centre that it sends orders to.</summary>
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
        App = await ShopClient.StartAsync(new MailServer(), options => options
            .Set("Ermine:Webhooks:Destinations:fulfilment:Url", $"{Receiver.Address}/orders").Set("Ermine:Webhooks:Destinations:fulfilment:Secret", Secret));
    }

    public async Task DisposeAsync()
    {
        if (!NodeTools.AreHere) return;

        await App.DisposeAsync();
        await Receiver.DisposeAsync();
    }
}
