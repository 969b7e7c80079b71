using System.Runtime.CompilerServices;

namespace Ermine.Generator.Tests.Snapshots;

/// <summary>The pairs of <c>x.input.cs</c> and <c>x.output.cs</c> in this folder of the sources.</summary>
internal static class SnapshotFolder
{
    /// <summary>Whether a run writes what it finds instead of comparing it.</summary>
    public static bool Accepts { get; } = Environment.GetEnvironmentVariable("ERMINE_ACCEPT") == "1";

    public static IEnumerable<string> Names => Directory.GetFiles(Folder(), "*.input.cs").Select(path => Path.GetFileName(path)[..^".input.cs".Length]).Order(StringComparer.Ordinal);

    public static string Input(string name) => File.ReadAllText(Path.Combine(Folder(), $"{name}.input.cs")).ReplaceLineEndings("\n");

    public static string Output(string name) => Path.Combine(Folder(), $"{name}.output.cs") is var path && File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "";

    public static void Accept(string name, string output) => File.WriteAllText(Path.Combine(Folder(), $"{name}.output.cs"), output);

    // A deterministic build writes other paths into the assembly; there the copy beside it is read.
    private static string Folder([CallerFilePath] string path = "") =>
        Directory.Exists(Path.GetDirectoryName(path)) ? Path.GetDirectoryName(path)! : Path.Combine(AppContext.BaseDirectory, "Snapshots");
}
