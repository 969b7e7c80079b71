namespace Ermine.Kernel;

/// <summary>Prints a startup failure that the user can mend as its one message, with exit code 1, instead of a stack trace.</summary>
internal static class StartupFailure
{
    private static int _watching;

    public static void Watch()
    {
        if (Interlocked.Exchange(ref _watching, 1) == 0) AppDomain.CurrentDomain.UnhandledException += (_, e) => Report(e.ExceptionObject);
    }

    private static void Report(object thrown)
    {
        if (thrown is not ErmineStartupException failure) return;

        Console.Error.WriteLine($"Ermine cannot start. {failure.Message}");
        Environment.Exit(1);
    }
}
