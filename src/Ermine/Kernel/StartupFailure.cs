using System.Net.Sockets;

namespace Ermine.Kernel;

/// <summary>Prints a startup failure that the user can mend as its one message, with exit code 1, instead of a stack trace.</summary>
internal static class StartupFailure
{
    private static int _watching;
    private static volatile bool _stopping;

    public static void Watch()
    {
        if (Interlocked.Exchange(ref _watching, 1) == 0) AppDomain.CurrentDomain.UnhandledException += (_, e) => Report(e.ExceptionObject);
    }

    /// <summary>Notes that the app was asked to stop: a start that is broken off by it has not failed.</summary>
    public static void Stopping() => _stopping = true;

    private static void Report(object thrown)
    {
        if (thrown is OperationCanceledException && _stopping) Environment.Exit(0);

        var message = thrown switch
        {
            ErmineStartupException failure => failure.Message,
            IOException bound when IsAddressInUse(bound) => $"{bound.Message} End what listens there, or choose another address (--urls=http://localhost:5081, or launchSettings.json).",
            _ => null,
        };
        if (message is null) return;

        Console.Error.WriteLine($"Ermine cannot start. {message}");
        Environment.Exit(1);
    }

    private static bool IsAddressInUse(Exception? e) => e is SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse } || (e is not null && IsAddressInUse(e.InnerException));
}
