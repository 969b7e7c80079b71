namespace Ermine.Postgres.Development;

/// <summary>What a program answered.</summary>
/// <param name="ExitCode">Its exit code; <c>-1</c> when it could not be started or took too long.</param>
/// <param name="Output">What it wrote, standard error last.</param>
internal sealed record CommandResult(int ExitCode, string Output)
{
    /// <summary>Whether the program succeeded.</summary>
    public bool Succeeded => ExitCode == 0;

    /// <summary>The last lines of what it wrote, which is where programs say why they failed.</summary>
    public string LastLines(int count = 12) => LastLinesOf(Output, count);

    /// <summary>The last non-empty lines of a text.</summary>
    public static string LastLinesOf(string text, int count) =>
        string.Join('\n', text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).TakeLast(count));
}
