using System.Diagnostics;
using System.Security.Claims;
using Microsoft.Extensions.DependencyInjection;

namespace Ermine.Kernel;

/// <summary>One run of a function: what it is called with, and what belongs to the run.</summary>
public abstract class Invocation : IAsyncDisposable
{
    private IServiceProvider? _services;
    private AsyncServiceScope? _scope;
    private ICommit? _commit;
    private ClaimsPrincipal? _nobody;

    /// <summary>The function that runs.</summary>
    public FunctionDescriptor Function { get; protected set; } = null!;

    /// <summary>Which attempt this is; the first is 1.</summary>
    public int Attempt { get; protected set; } = 1;

    /// <summary>Whether the run is made again where it fails: if the trigger has it so, and nobody waits for the answer.</summary>
    public virtual bool IsRetried => Function.Trigger.IsRetried;

    /// <summary>The same for every attempt at the same work: pass it to systems outside, whose effects no commit can fence.</summary>
    public abstract string IdempotencyKey { get; }

    /// <summary>On whose behalf the run is made: whoever sent its request, its message, or all of its messages. Nobody, who is not authenticated, where that is not known.</summary>
    public virtual ClaimsPrincipal User => _nobody ??= Sender.Nobody();

    /// <summary>Whether whoever called was let in before the run came to the door: a request by ASP.NET Core, a call by the code that makes it.
    /// Default: no, so that what guards the function is asked at the door.</summary>
    public virtual bool IsAdmitted => false;

    /// <summary>The trace that the work was sent in.</summary>
    public virtual ActivityContext Parent => default;

    /// <summary>Whether the run has ended, after which it can send nothing more.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>Whether the run was given up while the function still ran, long after its timeout: nothing of it is recorded any more.</summary>
    public bool IsOverdue { get; internal set; }

    /// <summary>The services of this run, opened when first asked for: a function without any opens no scope.</summary>
    /// <exception cref="InvalidOperationException">The run has ended.</exception>
    public IServiceProvider Services => _services ??= Enter();

    /// <summary>What the run makes durable, together and once; made when first asked for.</summary>
    /// <exception cref="InvalidOperationException">The run has ended.</exception>
    public ICommit Commit => _commit ??= CreateCommit();

    /// <summary>Whether there is anything to commit.</summary>
    public bool HasCommit => _commit is not null;

    /// <summary>The app's own services.</summary>
    protected abstract IServiceProvider RootServices { get; }

    /// <summary>Whether the run can end while its function still runs. Default: yes; no where the function may hold what then serves somebody else.</summary>
    protected internal virtual bool CanBeLeft => true;

    /// <summary>Ends the run: closes its commit and its scope. Called by the dispatcher after settling.</summary>
    public virtual async ValueTask DisposeAsync()
    {
        HasEnded = true;
        GC.SuppressFinalize(this);
        try
        {
            if (_commit is not null) await _commit.DisposeAsync();
        }
        finally
        {
            if (_scope is { } scope) await scope.DisposeAsync();
        }
    }

    /// <summary>Whether anything else may have kept hold of the run: what it opened, its services and its commit, or the function that still runs. If not, it may serve again.</summary>
    protected internal bool HasResources => _commit is not null || _services is not null || IsOverdue;

    /// <summary>Opens the scope of the run. Default: a new one.</summary>
    protected virtual IServiceProvider OpenServices()
    {
        _scope = RootServices.CreateAsyncScope();
        return _scope.Value.ServiceProvider;
    }

    /// <summary>What the function has returned and nobody has seen yet; null where that is nothing.</summary>
    internal virtual object? Returned => null;

    /// <summary>Whether the function has returned something, be it null.</summary>
    internal virtual bool HasReturned => false;

    /// <summary>Whether the function was not called at all, as what it would have been called with is not right.</summary>
    internal virtual bool IsAnsweredEarly => false;

    /// <summary>Whether an outcome is something that the caller is told and did, such as to ask for what is not there; no failure of the app.</summary>
    internal virtual bool IsCallers(Outcome outcome) => false;

    internal void ThrowIfEnded()
    {
        if (HasEnded) throw new InvalidOperationException($"This run of '{Function.Id}' has ended, so it can open and send nothing more. Await all that a function begins before it returns.");
    }

    private ICommit CreateCommit()
    {
        ThrowIfEnded();
        return RootServices.GetRequiredService<ICommitFactory>().Create(this);
    }

    private IServiceProvider Enter()
    {
        ThrowIfEnded();
        var services = OpenServices();
        services.GetRequiredService<InvocationScope>().Current = this;
        return services;
    }
}
