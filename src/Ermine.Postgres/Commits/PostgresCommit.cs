using Ermine.Http.ETags;
using Ermine.Kernel;
using Ermine.Postgres.Queues;
using Ermine.Postgres.Statements;
using Marten;
using Npgsql;

namespace Ermine.Postgres.Commits;

/// <summary>What one invocation makes durable: in one round trip by itself, or, where the invocation took a Marten session, in the session's own batch.</summary>
internal sealed class PostgresCommit(NpgsqlDataSource source, WakeUps wakeUps, Departures departures, IDocumentVersions? watched = null) : ICommit
{
    private readonly List<OutgoingMessage> _sends = [];
    private readonly List<(BoundStatement Statement, Action Done)> _changes = [];
    private readonly List<BoundStatement> _first = [];
    private readonly List<Func<ValueTask<BoundStatement>>> _last = [];
    private readonly List<DocumentVersion> _loaded = [];
    private IDocumentSession? _session;
    private SessionGuard? _guard;
    private NpgsqlConnection? _connection;
    private string? _ended;

    public void Send(OutgoingMessage message)
    {
        ThrowIfEnded();
        QueueTables.Checked(message.Queue);
        _sends.Add(message);
    }

    /// <summary>Adds a statement of another part of Ermine, and what is to be told when it has been committed.</summary>
    /// <exception cref="InvalidOperationException">The invocation has ended.</exception>
    public void Add(BoundStatement statement, Action done)
    {
        ThrowIfEnded();
        _changes.Add((statement, done));
    }

    /// <summary>Adds a statement that goes before all others, and waits for its answer.</summary>
    public void AddFirst(BoundStatement statement)
    {
        ThrowIfEnded();
        _first.Add(statement);
    }

    /// <summary>Adds a statement that is made when all others of the transaction have been written, and goes last.</summary>
    public void AddLast(Func<ValueTask<BoundStatement>> statement)
    {
        ThrowIfEnded();
        _last.Add(statement);
    }

    /// <summary>The documents that the session has loaded, with their versions of then, if this commit watches them.</summary>
    public IReadOnlyList<DocumentVersion> Loaded => _loaded;

    /// <summary>The documents that the session is to store.</summary>
    public IEnumerable<object> Stored => _session is null ? [] : _session.PendingChanges.Inserts().Concat(_session.PendingChanges.Updates());

    /// <summary>The session of the invocation, opened when first asked for.</summary>
    /// <exception cref="InvalidOperationException">The invocation has ended.</exception>
    public IDocumentSession Session(Func<IDocumentSession> open)
    {
        if (_session is not null) return _session;

        ThrowIfEnded();
        _session = open();
        _session.Listeners.Add(_guard = new SessionGuard(watched is null ? null : Note));
        return _session;
    }

    /// <summary>A connection within the transaction of the commit, for SQL of the user's own.</summary>
    /// <exception cref="InvalidOperationException">The invocation has ended.</exception>
    public NpgsqlConnection Connection(Func<IDocumentSession> open)
    {
        var session = Session(open);
        if (_connection is not null) return _connection;

        session.BeginTransaction();
        session.QueueOperation(new StatementOperation(Statement.In("Clock/now.sql").Bind())); // a session without anything to save would not commit
        return _connection = session.Connection;
    }

    public async ValueTask CommitAsync(Lease? acknowledged, CancellationToken ct)
    {
        ThrowIfEnded();
        _ended = "has been committed";
        if (_session is not null) await CommitWithSessionAsync(_session, acknowledged, ct);
        else if (_sends.Count + _changes.Count + _last.Count > 0) await departures.RunAsync(_sends, async departure => await DirectCommit.RunAsync(source, await StatementsAsync(departure, acknowledged), ct), ct);
        else if (acknowledged is not null) await DirectCommit.RunAsync(source, acknowledged.Acknowledge().Planned(mayBeLost: true), ct);
        foreach (var change in _changes) change.Done();
        if (acknowledged is not null) wakeUps.Freed(acknowledged);
    }

    public async ValueTask DisposeAsync()
    {
        _ended ??= "has ended without a commit";
        if (_session is not null) await _session.DisposeAsync();
    }

    private async Task CommitWithSessionAsync(IDocumentSession session, Lease? acknowledged, CancellationToken ct)
    {
        var watch = new CommitWatch(_last);
        try
        {
            if (_first.Count > 0) await BeginAsync(session, ct);
            if (_first.Count + _last.Count > 0) session.QueueOperation(new StatementOperation(Statement.In("Clock/now.sql").Bind())); // for a session without anything to save
            await departures.RunOnceAsync(_sends, departure => SaveAsync(session, departure, acknowledged, watch, ct), ct);
        }
        catch (Exception e)
        {
            throw CommitFailures.Translate(e, watch.MaybeCommitted) ?? new CommitException(
                watch.MaybeCommitted ? CommitFailure.Unknown : CommitFailure.Refused, $"The documents could not be recorded: {e.Message}", e);
        }
    }

    private async Task SaveAsync(IDocumentSession session, Departure departure, Lease? acknowledged, CommitWatch watch, CancellationToken ct)
    {
        Ride(session, departure, acknowledged);
        ((ITransactionParticipantRegistrar)session).AddTransactionParticipant(watch);
        _guard!.Open();
        await session.SaveChangesAsync(ct);
    }

    private async Task BeginAsync(IDocumentSession session, CancellationToken ct)
    {
        await session.BeginTransactionAsync(ct);
        await using var batch = session.Connection.Batch(_first);
        await batch.ExecuteNonQueryAsync(ct);
    }

    private void Note(object document)
    {
        if (watched!.Of(document) is { } version) _loaded.Add(version);
    }

    private void Ride(IDocumentSession session, Departure departure, Lease? acknowledged)
    {
        foreach (var send in Effects(departure)) session.QueueOperation(send.ReturnsRows ? new StatementOperation(send) : new SilentOperation(send));
        if (acknowledged is null) return;

        foreach (var removal in acknowledged.Acknowledge().Planned(mayBeLost: false)) session.QueueOperation(new StatementOperation(removal));
    }

    private IEnumerable<BoundStatement> Statements(Departure departure, Lease? acknowledged) =>
        acknowledged is null ? Effects(departure) : acknowledged.Acknowledge().Concat(Effects(departure)).Planned(mayBeLost: false);

    private async ValueTask<IEnumerable<BoundStatement>> StatementsAsync(Departure departure, Lease? acknowledged)
    {
        var statements = Statements(departure, acknowledged).ToList();
        try
        {
            foreach (var last in _last) statements.Add(await last());
            return statements;
        }
        catch (Exception e)
        {
            throw new CommitException(CommitFailure.Refused, $"What is to be recorded could not be made: {e.Message}", e);
        }
    }

    private IEnumerable<BoundStatement> Effects(Departure departure) => departure.Statements.Concat(_changes.Select(change => change.Statement));

    private void ThrowIfEnded()
    {
        if (_ended is not null) throw new InvalidOperationException(
            $"The invocation {_ended}, so nothing can join its commit any more. Await all work before the function returns; singletons send through IQueues.");
    }
}
