using System.Diagnostics;
using Ermine.Functions;
using Ermine.Kernel;
using Ermine.Queues;
using Ermine.Schedules;
using Ermine.Testing.Databases;
using Ermine.Testing.Hosting;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace Ermine.Testing;

/// <summary>An app that runs for one test: on Kestrel, on a real PostgreSQL, with a database and a clock of its own.</summary>
/// <example><code>await using var app = await TestApp.StartAsync&lt;Program&gt;();
/// await app.Http.PostAsJsonAsync("/orders", new NewOrder("A-1"));
/// await app.IdleAsync();</code></example>
public sealed class TestApp : IAsyncDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(5);

    private readonly IAsyncDisposable _host;
    private readonly TestDatabase _database;
    private readonly AsyncServiceScope _scope;

    private TestApp(IAsyncDisposable host, IServiceProvider services, HttpClient http, TestDatabase database)
    {
        (_host, Services, Http, _database) = (host, services, http, database);
        Clock = new TestClock(services);
        _scope = services.CreateAsyncScope();
    }

    /// <summary>Calls the app's endpoints.</summary>
    public HttpClient Http { get; }

    /// <summary>The clock that the whole app goes by, its database included.</summary>
    public TestClock Clock { get; }

    /// <summary>The app's services.</summary>
    public IServiceProvider Services { get; }

    /// <summary>Calls the app's functions on demand: <c>await app.Functions.SummariseAsync(pollId)</c>.</summary>
    public IFunctions Functions => _scope.ServiceProvider.GetRequiredService<IFunctions>();

    /// <summary>The app's documents, to arrange and to assert with.</summary>
    public IDocumentStore Documents => Services.GetRequiredService<IDocumentStore>();

    /// <summary>Starts the app whose entry point is <typeparamref name="TProgram"/>; the first start in a test run also makes the database that others are copied from.</summary>
    /// <param name="configure">Settings and services for this test. Default: the app as it is.</param>
    /// <param name="ct">Cancels the start.</param>
    public static async Task<TestApp> StartAsync<TProgram>(Action<TestAppOptions>? configure = null, CancellationToken ct = default) where TProgram : class
    {
        var options = new TestAppOptions();
        configure?.Invoke(options);
        var database = await TestDatabase.CreateAsync<TProgram>(ct);
        try
        {
            var host = new TestHost<TProgram>(database.ConnectionString, options.Settings, options.Services);
            return new TestApp(host, host.Services, host.CreateClient(), database);
        }
        catch
        {
            await database.DisposeAsync(); // nothing else would drop it
            throw;
        }
    }

    /// <summary>The queue of a payload type; what is sent to it is durable when the task completes.</summary>
    public IQueue<T> Queue<T>() => Services.GetRequiredService<IQueues>().For<T>();

    /// <summary>Who may call what, a line for each trigger of each function: keep it in a file beside the test, so that a review sees what changes.</summary>
    public string AuthorizationMatrix() => Ermine.Functions.AuthorizationMatrix.Of(Services.GetRequiredService<FunctionCatalog>());

    /// <summary>Waits until no work is due and none is under way. Work that waits for a later time does not count: advance the clock for it.</summary>
    /// <param name="atMost">Default: 30 s of real time.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <exception cref="TimeoutException">There still is work; the message says which.</exception>
    public async Task IdleAsync(TimeSpan? atMost = null, CancellationToken ct = default)
    {
        var limit = atMost ?? TimeSpan.FromSeconds(30);
        var started = Stopwatch.GetTimestamp();
        while (await BusyWithAsync(ct) is { } work)
        {
            if (Stopwatch.GetElapsedTime(started) > limit) throw new TimeoutException($"The app is not idle after {limit.TotalSeconds:0.#} s. It still has {work}.");
            await Task.Delay(Look, ct);
        }
    }

    /// <summary>Stops the app and drops its database.</summary>
    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _scope.DisposeAsync();
        await _host.DisposeAsync();
        await _database.DisposeAsync();
    }

    // Runs are counted before the queues: a run that ends in between has sent its messages by then, so they are seen.
    private async Task<string?> BusyWithAsync(CancellationToken ct)
    {
        var running = Services.GetRequiredService<Dispatcher>().Running;
        if (await IsScheduleDueAsync(Services.GetRequiredService<FunctionCatalog>(), ct)) return "a schedule that is due"; // before the queues, which have its firing once it is not

        var queues = Services.GetRequiredService<WorkQueues>();
        var waiting = (await Services.GetRequiredService<IWorkStore>().DepthsAsync(ct)).Where(q => queues.AreRead(q.Queue) && (q.IsPaused ? 0 : q.Ready) + q.Leased > 0).ToArray();
        if (running == 0 && waiting.Length == 0) return null;

        var parts = waiting.Select(q => $"{q.Ready} due and {q.Leased} leased in queue '{q.Queue}'").ToList();
        if (running > 0) parts.Insert(0, $"{running} run(s) under way");
        return string.Join(", ", parts);
    }

    private async Task<bool> IsScheduleDueAsync(FunctionCatalog catalog, CancellationToken ct)
    {
        if (catalog.ScheduledFunctions() is not { Count: > 0 } functions) return false;
        var outlook = await Services.GetRequiredService<IScheduleStore>().LookAsync(functions, ct);
        return outlook.Next <= outlook.Now;
    }
}
