using Ermine.Kernel;

namespace Ermine.Tests.Doubles;

/// <summary>Commits that are remembered, and fail as the test says.</summary>
internal sealed class RecordedCommit : ICommitFactory
{
    public List<OutgoingMessage> Sent { get; } = [];

    public List<Lease?> Committed { get; } = [];

    public int Open { get; private set; }

    public Exception? Fails { get; set; }

    public ICommit Create(Invocation invocation)
    {
        Open++;
        return new Commit(this);
    }

    private sealed class Commit(RecordedCommit record) : ICommit
    {
        private readonly List<OutgoingMessage> _sends = [];

        public void Send(OutgoingMessage message) => _sends.Add(message);

        public ValueTask CommitAsync(Lease? acknowledged, CancellationToken ct)
        {
            if (record.Fails is { } e) return ValueTask.FromException(e);
            record.Sent.AddRange(_sends);
            record.Committed.Add(acknowledged);
            return default;
        }

        public ValueTask DisposeAsync()
        {
            record.Open--;
            return default;
        }
    }
}
