namespace Ermine.Postgres.Tests.Development;

/// <summary>A program that a test puts in the place of a real one.</summary>
internal static class ShellScript
{
    /// <summary>Writes the program, and returns its path.</summary>
    public static string Write(string path, string text)
    {
        File.WriteAllText(path, $"#!/bin/sh\n{text}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, (UnixFileMode)0b111_101_101);
        return path;
    }
}
