using System.Diagnostics;
using System.Globalization;

namespace Ermine.Postgres.Tests.Development;

/// <summary>A running <see cref="ServerUser"/>.</summary>
internal sealed class UserProcess : IDisposable
{
    private readonly Process _process;

    private UserProcess(Process process, bool started, int postmaster) => (_process, Started, Postmaster) = (process, started, postmaster);

    /// <summary>Whether it started the server.</summary>
    public bool Started { get; }

    /// <summary>The process id of the server that it uses.</summary>
    public int Postmaster { get; }

    /// <summary>Starts a user of the checkout's server, and waits until it has its share.</summary>
    public static async Task<UserProcess> StartAsync(Checkout checkout)
    {
        string[] words = ["dotnet", "exec", typeof(ServerUser).Assembly.Location, checkout.Path, checkout.Places.Cache];
        if (File.Exists("/bin/bash")) // its output stands open as another descriptor too, as some tools leave theirs
            words = ["/bin/bash", "-c", "exec 3>&1 251>&1; exec \"$@\"", "user", .. words];
        var start = new ProcessStartInfo(words[0], words[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        var process = Process.Start(start)!;
        var answer = (await process.StandardOutput.ReadLineAsync())?.Split(' ') ?? throw new InvalidOperationException("The user of the server failed; its error is in the output.");
        return new(process, answer[0] == "started", int.Parse(answer[1], CultureInfo.InvariantCulture));
    }

    /// <summary>Ends it as <c>kill -9</c> does, and waits until nobody holds its standard output any more.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await EndAsync();
    }

    /// <summary>Lets it give its share back and end.</summary>
    public async Task LeaveAsync()
    {
        _process.StandardInput.Close();
        await EndAsync();
    }

    public void Dispose()
    {
        _process.Kill(); // for a test that failed half-way; nothing happens to a process that has ended
        _process.Dispose();
    }

    private async Task EndAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await _process.StandardOutput.ReadToEndAsync(limit.Token);
        await _process.WaitForExitAsync(limit.Token);
    }
}
