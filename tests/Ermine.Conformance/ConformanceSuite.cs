using System.Globalization;
using System.Text;
using Ermine.Kernel;

namespace Ermine.Conformance;

/// <summary>What the suites share: a harness, a queue for each test, and short words for what all of them do.</summary>
public abstract class ConformanceSuite(WorkStoreHarness harness) : IAsyncLifetime
{
    /// <summary>How long a claimed message stays invisible to others.</summary>
    protected static readonly TimeSpan LeaseTime = TimeSpan.FromSeconds(60);

    /// <summary>The provider's.</summary>
    protected WorkStoreHarness Harness { get; } = harness;

    /// <summary>The store under test.</summary>
    protected IWorkStore Store => Harness.Store;

    /// <summary>The test's own queue.</summary>
    protected string Queue { get; private set; } = "";

    /// <inheritdoc/>
    public async Task InitializeAsync() => Queue = await Harness.NewQueueAsync();

    /// <inheritdoc/>
    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>A message with a text for a body.</summary>
    protected OutgoingMessage Saying(string text, TimeSpan delay = default, string? queue = null) => new(queue ?? Queue, Encoding.UTF8.GetBytes(text), delay);

    /// <summary>Sends messages to the test's queue.</summary>
    protected Task SendAsync(params string[] texts) => Store.SendAsync([.. texts.Select(t => Saying(t))], CancellationToken.None);

    /// <summary>Sends as many messages as asked for: 0, 1, 2 ...</summary>
    protected Task SendManyAsync(int count) => SendAsync([.. Enumerable.Range(0, count).Select(i => i.ToString(CultureInfo.InvariantCulture))]);

    /// <summary>Claims from the test's queue.</summary>
    protected Task<Lease> ClaimAsync(int limit = 10, IWorkStore? node = null) => (node ?? Store).ClaimAsync(new WorkClaim(Queue, limit, LeaseTime), CancellationToken.None);

    /// <summary>A claim that waits, and takes so many messages.</summary>
    protected WorkClaim Waiting(int limit) => new(Queue, limit, LeaseTime);

    /// <summary>Claims the one message that is due.</summary>
    protected async Task<Lease> ClaimOneAsync(IWorkStore? node = null)
    {
        var lease = await ClaimAsync(10, node);
        Assert.Single(lease.Messages);
        return lease;
    }

    /// <summary>Nothing is due, on either node.</summary>
    protected async Task NothingIsDueAsync()
    {
        Assert.Empty((await ClaimAsync()).Messages);
        Assert.Empty((await ClaimAsync(node: Harness.OtherNode)).Messages);
    }

    /// <summary>The bodies of a lease, in order.</summary>
    protected static IEnumerable<string> Texts(Lease lease) => lease.Messages.Select(m => Encoding.UTF8.GetString(m.Payload.Span));

    /// <summary>What the test's queue holds.</summary>
    protected async Task<QueueDepth> DepthAsync() => Assert.Single(await Store.DepthsAsync(CancellationToken.None), d => d.Queue == Queue);
}
