using System.Text.Json;
using Ermine.Kernel;

namespace Ermine.Webhooks.Sending;

/// <summary>Destinations as seen from one scope: within an invocation what is made and removed joins its commit.</summary>
internal sealed class WebhookDestinations(InvocationScope scope, Outbox outbox, IWebhookStore store, WebhookSender sender, WebhookWriters writers, AddressGuard guard, WebhookSettings settings, FunctionCatalog catalog, TimeProvider time)
    : IWebhookDestinations
{
    private const int LongestReason = 500;
    private static readonly TimeSpan FormerKept = TimeSpan.FromHours(24);

    private ICommit? Commit => scope.Current?.Commit;

    public async Task UpsertAsync(WebhookDestination destination, CancellationToken ct = default)
    {
        Own(destination.Name);
        if ((DestinationCheck.FaultOf(destination, guard) ?? DestinationCheck.TakenBy(destination.Name, catalog) ?? writers.FaultOf(destination)) is { } fault) throw new ArgumentException(fault, nameof(destination));
        await store.UpsertAsync(destination, isDeclared: false, WebhookSecret.Create(), Commit, ct);
        await TellAsync(ct);
    }

    public async Task RemoveAsync(string destination, CancellationToken ct = default)
    {
        Own(destination);
        await FindAsync(destination, ct);
        await store.RemoveAsync(destination, Commit, ct);
        await TellAsync(ct);
    }

    public Task EnableAsync(string destination, CancellationToken ct = default) => SwitchAsync(destination, null, ct);

    public Task DisableAsync(string destination, string reason, CancellationToken ct = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        if (reason.Length > LongestReason) throw new ArgumentException($"A reason has at most {LongestReason} characters, and this one has {reason.Length}.", nameof(reason));
        return SwitchAsync(destination, ZeroCharacter.Refused(reason, "The reason", nameof(reason)), ct);
    }

    public async Task<string> RotateSecretAsync(string destination, CancellationToken ct = default)
    {
        await FindAsync(destination, ct);
        if (settings.Destinations.Any(d => d.Name == destination && d.Secret is not null))
            throw new ArgumentException($"The secret of '{destination}' stands in configuration, and is changed there: the new one as Secret, the one of now as FormerSecret.");

        var secret = WebhookSecret.Create();
        await store.RotateAsync(destination, secret, FormerKept, Commit, ct);
        await TellAsync(ct);
        return secret;
    }

    public async Task<IReadOnlyList<string>> SecretsAsync(string destination, CancellationToken ct = default) => (await FindAsync(destination, ct)).SecretsAt(time.GetUtcNow());

    public async Task<string> PingAsync(string destination, CancellationToken ct = default)
    {
        var found = await FindAsync(destination, ct);
        var ping = new WebhookPing($"{Guid.CreateVersion7()}", time.GetUtcNow(), new WebhookPingDetail(destination));
        await outbox.SendAsync([new OutgoingMessage(found.Queue, JsonSerializer.SerializeToUtf8Bytes(ping, SendingJson.Default.WebhookPing))], null, ct);
        return ping.Id;
    }

    public async Task<IReadOnlyList<WebhookDestinationStatus>> ListAsync(CancellationToken ct = default) => [.. (await store.LoadAsync(ct)).Destinations
        .Select(d => new WebhookDestinationStatus(d.Name, d.Url, d.Bus, d.Pattern, d.Format, d.MaxRate, d.Queue, d.IsDeclared, d.DisabledAt, d.DisabledReason))];

    private async Task SwitchAsync(string destination, string? disabled, CancellationToken ct)
    {
        await FindAsync(destination, ct);
        await store.SwitchAsync(destination, disabled, Commit, ct);
        await TellAsync(ct);
    }

    // This node knows at once of what is done; of what joins a commit it learns as all others do.
    private Task TellAsync(CancellationToken ct) => scope.Current is null ? sender.RefreshAsync(ct) : Task.CompletedTask;

    private async Task<StoredDestination> FindAsync(string name, CancellationToken ct) => (await store.LoadAsync(ct)).Find(name);

    private void Own(string name)
    {
        if (settings.Destinations.Any(d => d.Name == name)) throw new ArgumentException($"The destination '{name}' stands in configuration, and is changed there.", "destination");
    }
}
